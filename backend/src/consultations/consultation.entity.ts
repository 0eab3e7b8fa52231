import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import type { ConsultationState } from '../contract/lifecycle.js';

/** 相談: one カルテ, its state and what the desk set; or a request of a team for 後方支援, which has no カルテ. */
@Entity('consultations')
export class ConsultationEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'municipality_code' }) municipalityCode!: string;
  /** Assigned only by advance.ts. */
  @Column('text') state!: ConsultationState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  @Column('date', { name: 'state_due_on', nullable: true }) stateDueOn!: string | null;
  @Column('int', { name: 'fiscal_year', nullable: true }) fiscalYear!: number | null;
  @Column('int', { nullable: true }) serial!: number | null;
  @Column('int') branch!: number;
  @Column('text', { nullable: true }) number!: string | null;
  /** Null of a request for 後方支援. */
  @Column('int', { name: 'form_version', nullable: true }) formVersion!: number | null;
  @Column('jsonb') karte!: Karte;
  @Column('text') title!: string;
  /** The 支援チーム that asked for 後方支援; null of a 相談. */
  @Column('uuid', { name: 'team_id', nullable: true }) teamId!: string | null;
  @Column('int') version!: number;
  @Column('text', { name: 'field_codes', array: true }) fieldCodes!: string[];
  @Column('text') priority!: 'high' | 'normal' | 'low';
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('text', { name: 'proxy_channel', nullable: true }) proxyChannel!: 'mail' | 'phone' | 'visit' | 'post' | null;
  @Column('boolean', { name: 'share_prefecture' }) sharePrefecture!: boolean;
  @Column('boolean', { name: 'share_team' }) shareTeam!: boolean;
  @Column('text', { name: 'practice_id', nullable: true }) practiceId!: string | null;
  @Column('uuid', { name: 'cloned_from', nullable: true }) clonedFrom!: string | null;
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;
  @Column('date', { name: 'reply_due_on', nullable: true }) replyDueOn!: string | null;
  @Column('date', { name: 'clock_stopped_on', nullable: true }) clockStoppedOn!: string | null;
  @Column('timestamptz', { name: 'replied_at', nullable: true })
  repliedAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
  @Column('timestamptz', { name: 'reopen_wished_at', nullable: true })
  reopenWishedAt!: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('uuid', { name: 'updated_by' }) updatedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
