import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Passage, ReplyContact, ReplyState } from '../contract/replies.js';

/** 回答書: the one merged answer to a 相談. A follow-up gets a new one; an issued one never changes (a trigger sees to it). */
@Entity('replies')
export class ReplyEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'consultation_id' }) consultationId!: string;
  @Column('int') no!: number;
  @Column('int') branch!: number;
  @Column('text') state!: ReplyState;
  @Column('text') subject!: string;
  @Column('text') greeting!: string;
  @Column('jsonb') passages!: Passage[];
  @Column('jsonb') contacts!: ReplyContact[];
  @Column('text') closing!: string;
  /** Keys of the sources that have flowed in, so that what the desk took out does not come back. */
  @Column('text', { array: true }) taken!: string[];
  @Column('int') version!: number;
  /** Which request for 決裁 this is; decisions of earlier rounds have lapsed. */
  @Column('int') round!: number;
  @Column('int', { name: 'settings_version', nullable: true }) settingsVersion!: number | null;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null;
  @Column('timestamptz', { name: 'requested_at', nullable: true }) requestedAt!: Date | null;
  /** Why a call that has ended is named; of the last request. */
  @Column('text', { name: 'request_reason' }) requestReason!: string;
  /** What the last request was made with, of the catalogue: see `news`. */
  @Column('text', { array: true, name: 'request_knew' }) requestKnew!: string[];
  @Column('text', { array: true, nullable: true }) addressees!: string[] | null;
  @Column('text', { name: 'document_number', nullable: true }) documentNumber!: string | null;
  @Column('int', { name: 'document_year', nullable: true }) documentYear!: number | null;
  @Column('int', { name: 'document_serial', nullable: true }) documentSerial!: number | null;
  @Column('date', { name: 'issued_on', nullable: true }) issuedOn!: string | null;
  @Column('timestamptz', { name: 'issued_at', nullable: true }) issuedAt!: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'updated_by' }) updatedBy!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
