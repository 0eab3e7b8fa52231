import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { plusDays } from '../calendar/workdays.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { tokyo } from '../platform/sql/tokyo.js';
import { ENTRIES } from './entries.js';

/** Older than that nobody is told of any more. */
const MOST_WEEKS = 4;

/**
 * From Monday on: tells each team, once a week, that others shared something before it. Weeks in which nobody carried this
 * out are told of with the next one; a quiet week is not told of.
 */
@Injectable()
export class DigestFeed implements Job {
  readonly name = 'digest-feed';
  readonly schedule = { every: 3_600_000 };

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const week = mondayOf(this.calendar.today());
    await this.db.transaction(async (tx) => {
      const told: { team_id: string; entries: number }[] = await tx.query(
        `INSERT INTO team_feed_digests (team_id, week, entries)
         SELECT t.id, $1::date, n.many FROM teams t JOIN rounds r ON r.id = t.round_id AND r.state = 'running'
         CROSS JOIN LATERAL (SELECT greatest($1::date - 7 * $2::int, coalesce(
           (SELECT max(d.week) FROM team_feed_digests d WHERE d.team_id = t.id AND d.week < $1::date),
           least($1::date - 7, ${tokyo('greatest(t.created_at, r.state_since)')}::date))) AS day) since
         CROSS JOIN LATERAL (SELECT count(*)::int AS many FROM ${ENTRIES}
           JOIN teams o ON o.id = e.team_id AND o.ended_at IS NULL WHERE e.team_id <> t.id
             AND e.at >= since.day::timestamp AT TIME ZONE 'Asia/Tokyo' AND e.at < $3) n
         WHERE t.ended_at IS NULL AND n.many > 0 ORDER BY t.id ON CONFLICT DO NOTHING RETURNING team_id, entries`,
        [week, MOST_WEEKS, `${week}T00:00:00+09:00`],
      );
      for (const { team_id, entries } of told)
        await record(tx, { type: 'teamFeed.digest', subjectId: team_id, actor: SYSTEM, data: { week, entries } });
    });
  }
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}
