import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { openSurvey } from './invite.js';

/**
 * Opens the surveys whose day has come, asks who joined a team since, reminds once those who have not
 * answered and are still in it, forgets drafts when it is over, and tells the secretariat of those that never opened.
 */
@Injectable()
export class WatchTeamSurveys implements Job {
  readonly name = 'watch-team-surveys';
  // Whoever was down in the morning makes up for it: the last day may be today.
  readonly schedule = '20 9-23 * * *';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    const due: { id: string }[] = await this.db.query(
      `SELECT s.id FROM team_surveys s JOIN rounds r ON r.id = s.round_id AND r.state IN ('running', 'ended')
       WHERE s.opens_on <= $1 AND s.closes_on >= $1 ORDER BY s.id`,
      [today],
    );
    for (const { id } of due) {
      await this.db.transaction(async (tx) => {
        await tx.query('SELECT 1 FROM team_surveys WHERE id = $1 FOR UPDATE', [id]);
        await openSurvey(tx, id, this.clock.now(), today);
      });
    }
    // What was never handed in is nobody's answer.
    await this.db.query(
      `DELETE FROM team_survey_responses r USING team_surveys s
       WHERE s.id = r.team_survey_id AND NOT r.handed_in AND s.closes_on < $1`,
      [today],
    );
    await this.tellOfMissed(today);
    if (this.calendar.isWorkday(today)) await this.remind(today);
  }

  /** All their days passed and nobody opened them: the secretariat sets others, or lets them be. */
  private async tellOfMissed(today: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Locked in a statement of its own, so that a second worker looks after the first has written down whom it told.
      const missed: { id: string }[] = await tx.query(
        `SELECT s.id FROM team_surveys s JOIN rounds r ON r.id = s.round_id AND r.state IN ('running', 'ended')
         WHERE s.opened_at IS NULL AND s.closes_on < $1 ORDER BY s.id FOR UPDATE OF s`,
        [today],
      );
      const untold: { id: string; roundId: string; closesOn: string }[] = await tx.query(
        `SELECT s.id, s.round_id AS "roundId", s.closes_on::text AS "closesOn" FROM team_surveys s
         WHERE s.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM events e WHERE e.subject_id = s.round_id::text
           AND e.type = 'round.missSurvey' AND e.data @> jsonb_build_object('surveyId', s.id, 'closesOn', s.closes_on))
         ORDER BY s.id`,
        [missed.map(({ id }) => id)],
      );
      for (const { id: surveyId, roundId, closesOn } of untold)
        await record(tx, { type: 'round.missSurvey', subjectId: roundId, actor: SYSTEM, data: { surveyId, closesOn } });
    });
  }

  private async remind(today: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      // The update marks and finds at once: of two workers, the second one finds nothing left.
      const [reminded]: [{ id: string }[], number] = await tx.query(
        `UPDATE team_survey_invitations i SET reminded_at = $2 FROM team_surveys s, teams t
         WHERE s.id = i.team_survey_id AND t.id = i.team_id AND t.ended_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM team_members tm WHERE tm.id = i.member_id AND tm.left_on IS NOT NULL) AND i.reminded_at IS NULL AND i.answered_on IS NULL
           AND s.reminds_on <= $1 AND s.closes_on >= $1 AND (i.invited_at AT TIME ZONE 'Asia/Tokyo')::date < $1::date
         RETURNING i.id`,
        [today, this.clock.now()],
      );
      for (const { id } of reminded) await record(tx, { type: 'teamSurvey.remind', subjectId: id, actor: SYSTEM });
    });
  }
}
