import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { plusDays } from '../calendar/workdays.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';

/** Follows the closing of a 相談: one invitation for each closing, however often the job runs. */
@Injectable()
export class InviteToSurvey implements Job<{ eventId: string }> {
  readonly name = 'invite-to-survey';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async run({ eventId }: { eventId: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const today = this.calendar.today();
      const [definition]: { version: number; closesAfterDays: number }[] = await tx.query(
        `SELECT version, closes_after_days AS "closesAfterDays" FROM survey_definitions
         WHERE survey = 'consultation' AND valid_from <= $1 ORDER BY version DESC LIMIT 1`,
        [today],
      );
      if (!definition) throw new Error('no version of the survey of the desk is valid today');
      const [invited]: { id: string; consultationId: string }[] = await tx.query(
        `INSERT INTO survey_invitations (survey, version, consultation_id, event_id, invited_at, closes_on)
         SELECT 'consultation', $2, e.consultation_id, e.id, $3, $4 FROM events e WHERE e.id = $1
         ON CONFLICT (event_id) DO NOTHING RETURNING id, consultation_id AS "consultationId"`,
        [eventId, definition.version, this.clock.now(), plusDays(today, definition.closesAfterDays)],
      );
      if (!invited) return;
      await record(tx, {
        type: 'survey.invite',
        subjectId: invited.id,
        consultationId: invited.consultationId,
        actor: SYSTEM,
        audience: 'town',
      });
    });
  }
}
