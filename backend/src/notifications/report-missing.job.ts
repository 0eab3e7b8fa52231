import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { plusDays } from '../calendar/workdays.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { type MissingReminder, missingReminders } from './missing-reminders.js';

/** Nights in a row on which somebody may have to look before it is forgotten. */
const DAYS_LOOKED_AT = 14;

/** The nightly reconciliation: what was due and was never written down is told to the managers, each once. */
@Injectable()
export class ReportMissing implements Job {
  readonly name = 'report-missing';
  readonly schedule = '0 5 * * *';

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    const from = plusDays(today, -DAYS_LOOKED_AT);
    for (const missing of await missingReminders(this.db.manager, this.calendar, from, today))
      await this.report(missing);
  }

  private async report({ consultationId, subjectId, kind, day }: MissingReminder): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Two workers at once: the second waits here, and finds it told.
      await tx.query('SELECT 1 FROM consultations WHERE id = $1 FOR UPDATE', [consultationId]);
      const told: unknown[] = await tx.query(
        `SELECT 1 FROM events WHERE subject_id = $1 AND type = 'reminder.miss' AND data ->> 'kind' = $2 AND data ->> 'day' = $3`,
        [subjectId, kind, day],
      );
      if (told.length === 0)
        await record(tx, { type: 'reminder.miss', consultationId, subjectId, actor: SYSTEM, data: { kind, day } });
    });
  }
}
