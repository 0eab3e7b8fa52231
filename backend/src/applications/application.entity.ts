import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ApplicationState, CallKind } from '../contract/applications.js';
import type { Karte } from '../contract/forms.js';

/** 応募: what a town or an officer wrote on the form of a call. */
@Entity('applications')
export class ApplicationEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('text') kind!: CallKind;
  /** Assigned only by advance-application.ts. */
  @Column('text') state!: ApplicationState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  @Column('text', { name: 'municipality_code', nullable: true }) municipalityCode!: string | null;
  @Column('text', { name: 'ministry_id', nullable: true }) ministryId!: string | null;
  @Column('jsonb') sheet!: Karte;
  @Column('int') version!: number;
  @Column('int', { nullable: true }) serial!: number | null;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  /** 補欠の順位 */
  @Column('int', { nullable: true }) place!: number | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('uuid', { name: 'updated_by' }) updatedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
