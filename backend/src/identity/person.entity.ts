import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { GrantEntity } from './grant.entity.js';

/** A person with an account. Without a password hash: invited, not yet in. */
@Entity('people')
export class PersonEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') kana!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
  @Column('int') version!: number;
  @OneToMany(
    () => GrantEntity,
    (grant) => grant.person,
  )
  grants!: Relation<GrantEntity[]>;
}
