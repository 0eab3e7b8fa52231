import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 局・部・課室 */
@Entity('divisions')
export class DivisionEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'ministry_id' }) ministryId!: string;
  @Column('text', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) mailbox!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('text') source!: string;
  @Column('integer') version!: number;
}
