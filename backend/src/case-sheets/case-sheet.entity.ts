import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SheetPartner, SheetState } from '../contract/case-sheets.js';

/** 事例票: what came of a 相談, in words for everybody. Stands in the library only while its town agrees. */
@Entity('case_sheets')
export class CaseSheetEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'consultation_id' }) consultationId!: string;
  @Column('text') state!: SheetState;
  @Column('text') title!: string;
  @Column('text', { array: true }) elements!: string[];
  @Column('text') situation!: string;
  @Column('text') initiative!: string;
  @Column('jsonb') partners!: SheetPartner[];
  @Column('text') support!: string;
  @Column('text') results!: string;
  @Column('text', { name: 'pillar_code', nullable: true }) pillarCode!: string | null;
  @Column('text', { name: 'field_codes', array: true }) fieldCodes!: string[];
  @Column('text', { name: 'practice_id', nullable: true }) practiceId!: string | null;
  @Column('boolean') named!: boolean;
  @Column('boolean') recommended!: boolean;
  @Column('date', { name: 'published_on', nullable: true }) publishedOn!: string | null;
  @Column('int') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'updated_by' }) updatedBy!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
