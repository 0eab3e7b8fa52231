import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { tokyoDay } from '../contract/calendar.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';

interface Asked {
  id: string;
  consultationId: string;
  askedAt: Date;
}

/** Reminds a town once for each time it was asked that a 事例票 waits for its answer. Its silence stays a no. */
@Injectable()
export class RemindOfConsents implements Job {
  readonly name = 'remind-of-consents';
  readonly schedule = '0 9 * * 1-5';

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    if (!this.calendar.isWorkday(today)) return;
    await this.db.transaction(async (tx) => {
      // Locked, so that a second worker looks after the first has written down whom it reminded.
      const [rule]: { workdays: number }[] = await tx.query(
        'SELECT workdays FROM consent_reminders WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1 FOR UPDATE',
        [today],
      );
      if (!rule) return;
      const waiting: Asked[] = await tx.query(
        `SELECT s.id, s.consultation_id AS "consultationId", asked.occurred_at AS "askedAt" FROM case_sheets s
         CROSS JOIN LATERAL (SELECT e.id, e.occurred_at FROM events e WHERE e.subject_id = s.id::text
                             AND e.type = 'caseSheet.ask' ORDER BY e.id DESC LIMIT 1) asked
         WHERE s.state = 'asked' AND NOT EXISTS (
           SELECT 1 FROM events r WHERE r.subject_id = s.id::text AND r.type = 'caseSheet.remind' AND r.id > asked.id)
         ORDER BY s.id FOR UPDATE OF s`,
      );
      for (const { id, consultationId, askedAt } of waiting) {
        if (this.calendar.addWorkdays(tokyoDay(askedAt), rule.workdays) > today) continue;
        await record(tx, { type: 'caseSheet.remind', consultationId, subjectId: id, actor: SYSTEM, audience: 'town' });
      }
    });
  }
}
