import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { AdvanceRound } from '../rounds/advance-round.js';

const DAY_MS = 24 * 3_600_000;

/** Every minute: tells those with a draft that their call closes within a day, once each; closes rounds whose calls ended. */
@Injectable()
export class WatchCalls implements Job {
  readonly name = 'watch-calls';
  readonly schedule = { every: 60_000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: AdvanceRound,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const drafts: { id: string }[] = await tx.query(
        `WITH soon AS (
           SELECT a.id FROM applications a JOIN rounds r ON r.id = a.round_id AND r.state = 'open'
           JOIN round_calls c ON (c.round_id, c.kind) = (a.round_id, a.kind)
           WHERE a.state = 'draft' AND a.reminded_at IS NULL AND c.opens_at <= $1 AND c.closes_at > $1 AND c.closes_at <= $2
           ORDER BY a.id FOR UPDATE OF a SKIP LOCKED),
         reminded AS (UPDATE applications SET reminded_at = $1 WHERE id IN (SELECT id FROM soon) RETURNING id)
         SELECT id FROM reminded ORDER BY id`,
        [now, new Date(now.getTime() + DAY_MS)],
      );
      for (const { id } of drafts) await record(tx, { type: 'application.remindDraft', subjectId: id, actor: SYSTEM });
    });
    const over: { id: string }[] = await this.db.query(
      `SELECT r.id FROM rounds r WHERE r.state = 'open'
         AND NOT EXISTS (SELECT 1 FROM round_calls c WHERE c.round_id = r.id AND c.closes_at > $1) ORDER BY r.id`,
      [now],
    );
    for (const { id } of over) await this.db.transaction((tx) => this.advance.step(tx, SYSTEM, id, 'close'));
  }
}
