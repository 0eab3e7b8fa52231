import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Job } from '../platform/jobs/job.js';
import { SUBSCRIPTIONS } from './subscriptions.js';

const BATCH = 200;
/** A job that was handed to the queue this long ago and is not done is handed over again: the queue may have lost it. */
const PATIENCE_MS = 30_000;

interface AfterEffect {
  event_id: string;
  job: string;
}

/** Hands what was committed to the jobs that follow. A crash in between repeats, never loses: job ids are unique. */
@Injectable()
export class RelayEvents implements Job {
  readonly name = 'relay-events';
  readonly schedule = { every: 2000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queue: Queue,
  ) {}

  async run(): Promise<void> {
    while ((await this.relayBatch()) === BATCH);
    await this.handOverAgain();
  }

  private relayBatch(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const events: { id: string; type: string }[] = await tx.query(
        `SELECT id, type FROM events WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      const effects = events.flatMap(({ id, type }) =>
        (SUBSCRIPTIONS[type] ?? []).map((job) => ({ event_id: id, job })),
      );
      await this.handOver(tx, effects);
      await tx.query('UPDATE events SET dispatched_at = $2 WHERE id = ANY($1)', [
        events.map(({ id }) => id),
        this.clock.now(),
      ]);
      return events.length;
    });
  }

  private handOverAgain(): Promise<void> {
    return this.db.transaction(async (tx) => {
      const effects: AfterEffect[] = await tx.query(
        `SELECT event_id, job FROM after_effects WHERE handed_at < $1 ORDER BY event_id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
        [new Date(this.clock.now().getTime() - PATIENCE_MS)],
      );
      await this.handOver(tx, effects);
    });
  }

  private async handOver(tx: EntityManager, effects: AfterEffect[]): Promise<void> {
    if (effects.length === 0) return;
    await tx.query(
      `INSERT INTO after_effects (event_id, job, handed_at) SELECT event_id, job, $3 FROM unnest($1::bigint[], $2::text[]) AS e (event_id, job)
       ON CONFLICT (event_id, job) DO UPDATE SET handed_at = excluded.handed_at`,
      [effects.map((effect) => effect.event_id), effects.map(({ job }) => job), this.clock.now()],
    );
    await this.queue.addBulk(
      effects.map(({ event_id, job }) => ({
        name: job,
        data: { eventId: event_id },
        opts: { jobId: `${job}-${event_id}` },
      })),
    );
  }

  /** To be called when a job that followed an event is done. */
  async done(job: string, eventId: string): Promise<void> {
    await this.db.query('DELETE FROM after_effects WHERE event_id = $1 AND job = $2', [eventId, job]);
  }
}
