import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Candidate, MeetingMethod, MeetingState } from '../contract/meetings.js';

/** 打合せ */
@Entity('meetings')
export class MeetingEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'consultation_id' }) consultationId!: string;
  @Column('text') state!: MeetingState;
  @Column('text') method!: MeetingMethod;
  @Column('text') purpose!: string;
  @Column('jsonb') candidates!: Candidate[];
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt!: Date | null;
  @Column('int', { nullable: true }) minutes!: number | null;
  @Column('text') place!: string;
  /** 議事メモ, shared with the town. */
  @Column('text', { name: 'minutes_text' }) minutesText!: string;
  /** Raised with every new invitation, so that calendars replace the old one (RFC 5545). */
  @Column('int') sequence!: number;
  @Column('int') version!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
