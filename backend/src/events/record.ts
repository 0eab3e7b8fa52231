import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { prepared } from '../platform/sql/prepared.js';
import type { Audience } from './event.entity.js';

export interface Happening {
  /** `noun.verb`, as in `subscriptions.ts`. */
  type: string;
  /** The row it happened to. */
  subjectId: string;
  /** Who did it; null is the system. */
  actor: { id: string | null };
  consultationId?: string;
  /** The ministry that may read it, when audience is `ministry`. */
  ministryId?: string;
  /** Nobody but the trail when left out. */
  audience?: Audience;
  /** Why, in the person's own words; shown in the history to the audience. */
  reason?: string;
  /** Ids and small facts, never texts or personal data. */
  data?: object;
}

const clock = new Clock();

/** Writes down what happened, in the transaction that made it happen. Jobs follow from it after commit. */
export async function record(tx: EntityManager, happening: Happening): Promise<void> {
  await prepared(
    tx,
    `INSERT INTO events (type, consultation_id, subject_id, ministry_id, actor_id, audience, reason, data, occurred_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      happening.type,
      happening.consultationId ?? null,
      happening.subjectId,
      happening.ministryId ?? null,
      happening.actor.id,
      happening.audience ?? 'none',
      happening.reason ?? null,
      JSON.stringify(happening.data ?? {}),
      clock.now(),
    ],
  );
}
