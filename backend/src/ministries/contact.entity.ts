import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** 担当者 of a ministry or a division, as long as the person is there. */
@Entity('contacts')
export class ContactEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'ministry_id' }) ministryId!: string;
  @Column('text', { name: 'division_id', nullable: true }) divisionId!: string | null;
  @Column('text') name!: string;
  @Column('text') role!: string;
  @Column('text') tel!: string;
  @Column('text') email!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('integer') version!: number;
}
