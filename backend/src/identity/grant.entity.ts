import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Role } from '../contract/identity.js';
import { PersonEntity } from './person.entity.js';

/** A role of a person, bound to the organisation for which it holds. */
@Entity('grants')
export class GrantEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @ManyToOne(
    () => PersonEntity,
    (person) => person.grants,
  )
  @JoinColumn({ name: 'person_id' })
  person!: Relation<PersonEntity>;
  @Column('text') role!: Role;
  @Column('text', { name: 'municipality_code', nullable: true })
  municipalityCode!: string | null;
  @Column('text', { name: 'ministry_id', nullable: true }) ministryId!: string | null;
  @Column('text', { name: 'division_id', nullable: true }) divisionId!: string | null;
}
