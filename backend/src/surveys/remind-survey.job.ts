import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';

/** Reminds once, half-way, those who have not answered and still can. */
@Injectable()
export class RemindSurvey implements Job {
  readonly name = 'remind-survey';
  // Whoever was down in the morning makes up for it: the last day may be today.
  readonly schedule = '0 9-18 * * 1-5';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    if (!this.calendar.isWorkday(today)) return;
    await this.db.transaction(async (tx) => {
      // The update marks and finds at once: of two workers, the second one finds nothing left.
      const [due]: [{ id: string; consultationId: string | null }[], number] = await tx.query(
        `UPDATE survey_invitations i SET reminded_at = $2 FROM survey_definitions d
         WHERE (d.survey, d.version) = (i.survey, i.version) AND i.reminded_at IS NULL AND i.answered_at IS NULL
           AND i.closes_on >= $1 AND (i.invited_at AT TIME ZONE 'Asia/Tokyo')::date + d.remind_after_days <= $1::date
         RETURNING i.id, i.consultation_id AS "consultationId"`,
        [today, this.clock.now()],
      );
      for (const { id, consultationId } of due) {
        await record(tx, {
          type: 'survey.remind',
          subjectId: id,
          consultationId: consultationId ?? undefined,
          actor: SYSTEM,
          audience: 'town',
        });
      }
    });
  }
}
