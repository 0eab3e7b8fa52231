import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { ReportKind } from '../contract/team-reports.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { DUE_KEY } from './due.js';

/** Business days before the day on which a report is due. */
const AHEAD = 10;

interface Owed {
  team: string;
  step: 'soon' | 'overdue';
}

/** Every business day: tells the team and its town once before a report is due, and once after it, then the 事務局 too. */
@Injectable()
export class WatchReports implements Job {
  readonly name = 'watch-reports';
  readonly schedule = '30 8-18 * * 1-5';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    if (!this.calendar.isWorkday(today)) return;
    for (const kind of ReportKind.options) await this.watch(kind, today);
  }

  /** The insert marks and finds at once: of two workers, the second one finds nothing left. */
  private async watch(kind: ReportKind, today: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const owed: Owed[] = await tx.query(
        `INSERT INTO team_report_nudges (team_id, kind, step, due_on, told_at)
         SELECT t.id, $1, CASE WHEN due.day < $2::date THEN 'overdue' ELSE 'soon' END, due.day, $3
         FROM teams t JOIN rounds r ON r.id = t.round_id AND r.state = 'running'
         CROSS JOIN LATERAL (SELECT (e ->> 'on')::date AS day FROM jsonb_array_elements(r.calendar) e
           WHERE e ->> 'key' = $4 LIMIT 1) due
         WHERE t.ended_at IS NULL AND due.day <= $5::date AND NOT EXISTS (
           SELECT 1 FROM team_reports p WHERE p.team_id = t.id AND p.kind = $1 AND p.state IN ('agreed', 'closed'))
         ORDER BY t.id ON CONFLICT DO NOTHING RETURNING team_id AS team, step`,
        [kind, today, this.clock.now(), DUE_KEY[kind], this.calendar.addWorkdays(today, AHEAD)],
      );
      for (const { team, step } of owed) {
        await record(tx, { type: `teamReport.${step}`, subjectId: team, actor: SYSTEM, data: { kind } });
      }
    });
  }
}
