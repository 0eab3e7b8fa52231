import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Job } from '../platform/jobs/job.js';
import { SUBSCRIPTIONS } from './subscriptions.js';

const BATCH = 200;

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
  }

  private relayBatch(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const events: { id: string; type: string }[] = await tx.query(
        `SELECT id, type FROM events WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      const jobs = events.flatMap(({ id, type }) =>
        (SUBSCRIPTIONS[type] ?? []).map((name) => ({
          name,
          data: { eventId: id },
          opts: { jobId: `${name}-${id}` },
        })),
      );
      if (jobs.length > 0) await this.queue.addBulk(jobs);
      await tx.query('UPDATE events SET dispatched_at = $2 WHERE id = ANY($1)', [
        events.map(({ id }) => id),
        this.clock.now(),
      ]);
      return events.length;
    });
  }
}
