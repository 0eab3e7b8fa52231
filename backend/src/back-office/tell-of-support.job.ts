import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { tokyo } from '../platform/sql/tokyo.js';

/** Tells a team that never used 後方支援 how to, once, so many days after its year began. */
@Injectable()
export class TellOfSupport implements Job {
  readonly name = 'tell-of-support';
  readonly schedule = { every: 3_600_000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const told: { team_id: string }[] = await tx.query(
        `INSERT INTO support_tellings (team_id, told_at)
         SELECT t.id, $1 FROM teams t JOIN rounds r ON r.id = t.round_id AND r.state = 'running' CROSS JOIN support_settings s
         WHERE t.ended_at IS NULL
           AND ${tokyo('greatest(t.created_at, r.state_since)')}::date + s.told_after_days <= $2::date
           AND NOT EXISTS (SELECT 1 FROM support_requests q WHERE q.team_id = t.id)
           AND NOT EXISTS (SELECT 1 FROM support_finds f WHERE f.team_id = t.id)
         ORDER BY t.id ON CONFLICT DO NOTHING RETURNING team_id`,
        [this.clock.now(), this.calendar.today()],
      );
      for (const { team_id: subjectId } of told) await record(tx, { type: 'support.tell', subjectId, actor: SYSTEM });
    });
  }
}
