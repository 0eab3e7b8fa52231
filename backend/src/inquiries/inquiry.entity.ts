import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { InquiryState } from '../contract/inquiries.js';

/** 照会: what one ministry is asked about a 相談. Its rows, answers and questions back are plain tables. */
@Entity('inquiries')
export class InquiryEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'consultation_id' }) consultationId!: string;
  @Column('text', { name: 'ministry_id' }) ministryId!: string;
  /** null: the ministry's 取りまとめ窓口 has not handed it on. */
  @Column('text', { name: 'division_id', nullable: true }) divisionId!: string | null;
  /** The inquiry that was declined with this ministry as the suggestion. */
  @Column('uuid', { name: 'origin_inquiry_id', nullable: true }) originInquiryId!: string | null;
  /** Assigned only by moves.ts. */
  @Column('text') state!: InquiryState;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  /** The business day on which the clock stopped for a question back. */
  @Column('date', { name: 'paused_on', nullable: true }) pausedOn!: string | null;
  @Column('text') message!: string;
  @Column('uuid', { name: 'asked_by' }) askedBy!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('uuid', { name: 'acknowledged_by', nullable: true }) acknowledgedBy!: string | null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt!: Date | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
  /** Of the answers' draft. */
  @Column('integer') version!: number;
}
