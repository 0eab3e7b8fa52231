import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 府省庁 */
@Entity('ministries')
export class MinistryEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') kana!: string;
  @Column('text', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') mailbox!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  /** The last day, once it has ended. */
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('integer') sort!: number;
  @Column('text') source!: string;
  @Column('integer') version!: number;
}
