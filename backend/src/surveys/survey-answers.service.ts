import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { MAIN_QUESTION, type SurveyAnswers, type SurveyQuestion, type SurveySheet } from '../contract/surveys.js';
import { record } from '../events/record.js';
import type { Config } from '../platform/config.js';
import { DomainError, found } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { openLink } from '../platform/signing.js';
import { checkAnswers } from './check-answers.js';

/** A score from here down is looked after by somebody. */
const LOW_SCORE = 2;

interface Invitation {
  id: string;
  survey: string;
  version: number;
  name: string;
  questions: SurveyQuestion[];
  closesOn: string;
  answeredAt: Date | null;
  consultationId: string | null;
  number: string | null;
  title: string | null;
}

/** What whoever holds a mailed link may do with it: see the questions, and answer once. */
@Injectable()
export class SurveyAnswersService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async sheet(token: string): Promise<SurveySheet> {
    const invitation = await this.open(this.db.manager, token);
    const state = this.stateOf(invitation);
    const { name, number, title, closesOn, questions } = invitation;
    return { name, number, title, closesOn, state, questions: state === 'open' ? questions : [] };
  }

  async answer(token: string, given: SurveyAnswers): Promise<void> {
    await this.db.transaction(async (tx) => {
      const invitation = await this.open(tx, token, 'FOR UPDATE OF i');
      const state = this.stateOf(invitation);
      if (state === 'answered')
        throw new DomainError('conflict', 'survey.answered', '回答済みです。再度の回答は不要です。');
      if (state === 'closed') {
        throw new DomainError(
          'conflict',
          'survey.closed',
          '回答の受付は終了しました。ご意見は、相談窓口へお寄せください。',
        );
      }
      const { id, survey, version, consultationId } = invitation;
      const answers = checkAnswers(invitation.questions, given);
      const now = this.clock.now();
      const [response]: { id: string }[] = await tx.query(
        `INSERT INTO survey_responses (survey, version, invitation_id, answers, answered_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [survey, version, id, JSON.stringify(answers), now],
      );
      await tx.query('UPDATE survey_invitations SET answered_at = $2 WHERE id = $1', [id, now]);
      if (Number(answers[MAIN_QUESTION]) <= LOW_SCORE) {
        await tx.query('INSERT INTO follow_up_tasks (response_id, created_at) VALUES ($1, $2)', [response?.id, now]);
      }
      // Nobody reads it in the history of the case: who answered what stays with the managers.
      await record(tx, {
        type: 'survey.answer',
        subjectId: id,
        consultationId: consultationId ?? undefined,
        actor: { id: null },
      });
    });
  }

  private stateOf({ answeredAt, closesOn }: Invitation): SurveySheet['state'] {
    if (answeredAt) return 'answered';
    return this.calendar.today() > closesOn ? 'closed' : 'open';
  }

  private async open(db: EntityManager, token: string, lock = ''): Promise<Invitation> {
    const id = found(openLink(this.config.SECRET, 'survey', token));
    const rows: Invitation[] = await db.query(
      `SELECT i.id, i.survey, i.version, d.name, d.questions, i.closes_on::text AS "closesOn",
              i.answered_at AS "answeredAt", i.consultation_id AS "consultationId", c.number, c.title
       FROM survey_invitations i JOIN survey_definitions d USING (survey, version)
       LEFT JOIN consultations c ON c.id = i.consultation_id WHERE i.id = $1 ${lock}`,
      [id],
    );
    return found(rows[0]);
  }
}
