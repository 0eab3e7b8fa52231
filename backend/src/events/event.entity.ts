import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may read a row in the history of a case: the town too, the ministry it concerns, or only the desk. */
export type Audience = 'town' | 'ministry' | 'inward' | 'none';

/** Something that happened: audit trail and outbox at once. Append-only (a trigger sees to it). */
@Entity('events')
export class EventEntity {
  @PrimaryColumn('bigint', { generated: 'identity' }) id!: string;
  @Column('text') type!: string;
  @Column('uuid', { name: 'consultation_id', nullable: true }) consultationId!: string | null;
  @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text', { name: 'ministry_id', nullable: true }) ministryId!: string | null;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') audience!: Audience;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb') data!: object;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt!: Date | null;
}
