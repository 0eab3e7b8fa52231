import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { SurveyAnswers, SurveyQuestion } from '../contract/surveys.js';
import {
  type AnswerTeamSurvey,
  CONTINUATION_QUESTION,
  type TeamSurveyKind,
  type TeamSurveySheet,
} from '../contract/team-surveys.js';
import { record } from '../events/record.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import type { Config } from '../platform/config.js';
import { DomainError, found } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { openLink, sealed } from '../platform/signing.js';
import { checkAnswers } from '../surveys/check-answers.js';

interface Invitation {
  id: string;
  teamSurveyId: string;
  survey: TeamSurveyKind;
  name: string;
  round: string;
  questions: SurveyQuestion[];
  closesOn: string;
  answeredOn: string | null;
  town: string;
  officer: string | null;
}

/** What whoever holds a mailed link may do with it: keep a draft, answer, and correct the answer until the last day. */
@Injectable()
export class TeamSurveyAnswers {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async sheet(token: string): Promise<TeamSurveySheet> {
    const invitation = await this.open(this.db.manager, token);
    const { name, survey, round, closesOn, questions } = invitation;
    const sheet = { name, survey, round, closesOn, respondent: nameOf(invitation) };
    if (this.isClosed(invitation)) return { ...sheet, state: 'closed', questions: [], answers: {}, quotable: false };
    const [stored]: { answers: SurveyAnswers; quotable: boolean }[] = await this.db.query(
      'SELECT answers, quoted_as IS NOT NULL AS quotable FROM team_survey_responses WHERE key = $1',
      [this.keyOf(invitation)],
    );
    const state = invitation.answeredOn ? 'answered' : 'open';
    return { ...sheet, state, questions, answers: stored?.answers ?? {}, quotable: stored?.quotable ?? false };
  }

  /** What is there so far, whatever is still missing. */
  keep(token: string, given: AnswerTeamSurvey): Promise<void> {
    return this.write(token, given, false);
  }

  answer(token: string, given: AnswerTeamSurvey): Promise<void> {
    return this.write(token, given, true);
  }

  private async write(token: string, { answers: given, quotable }: AnswerTeamSurvey, handIn: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      const invitation = await this.open(tx, token, 'FOR UPDATE OF i');
      if (this.isClosed(invitation))
        throw new DomainError('conflict', 'teamSurvey.closed', '回答の受付は終了しました。');
      if (!handIn && invitation.answeredOn)
        throw new DomainError(
          'conflict',
          'teamSurvey.answered',
          '回答済みです。直すときは、もう一度送信してください。',
        );
      const { id, teamSurveyId, questions, officer } = invitation;
      const asked = handIn ? questions : questions.map((question) => ({ ...question, required: false }));
      const answers = checkAnswers(asked, given);
      await tx.query(
        `INSERT INTO team_survey_responses (key, team_survey_id, answers, handed_in, quoted_as) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key) DO UPDATE SET (answers, handed_in, quoted_as) = (excluded.answers, excluded.handed_in, excluded.quoted_as)`,
        [
          ...[this.keyOf(invitation), teamSurveyId, JSON.stringify(answers), handIn],
          quotable ? nameOf(invitation) : null,
        ],
      );
      if (!handIn) return;
      const continuation = officer === null ? (answers[CONTINUATION_QUESTION] ?? null) : null;
      await tx.query(
        `UPDATE team_survey_invitations SET answered_on = coalesce(answered_on, $2), continuation = $3,
           continuation_at = CASE WHEN $3::text IS NULL THEN NULL WHEN continuation = $3 THEN continuation_at ELSE $4::timestamptz END
         WHERE id = $1`,
        [id, this.calendar.today(), continuation, this.clock.now()],
      );
      if (!invitation.answeredOn) await record(tx, { type: 'teamSurvey.answer', subjectId: id, actor: { id: null } });
    });
  }

  private isClosed({ closesOn }: Invitation): boolean {
    return this.calendar.today() > closesOn;
  }

  private keyOf({ id }: Invitation): string {
    return sealed(this.config.SECRET, id);
  }

  private async open(db: EntityManager, token: string, lock = ''): Promise<Invitation> {
    const id = found(openLink(this.config.SECRET, 'teamSurvey', token));
    const rows: Invitation[] = await db.query(
      `SELECT i.id, i.team_survey_id AS "teamSurveyId", s.survey, d.name, r.name AS round, d.questions,
              s.closes_on::text AS "closesOn", i.answered_on::text AS "answeredOn", ${MUNICIPALITY_LABEL} AS town,
              CASE WHEN p.id IS NOT NULL THEN concat_ws('　', mi.name, p.name) END AS officer
       FROM team_survey_invitations i JOIN team_surveys s ON s.id = i.team_survey_id
       JOIN survey_definitions d ON (d.survey, d.version) = (s.survey, s.version) JOIN rounds r ON r.id = s.round_id
       JOIN teams t ON t.id = i.team_id JOIN municipalities m ON m.code = t.municipality_code
       LEFT JOIN team_members tm ON tm.id = i.member_id LEFT JOIN people p ON p.id = tm.person_id
       LEFT JOIN applications a ON a.id = tm.application_id LEFT JOIN ministries mi ON mi.id = a.ministry_id
       WHERE i.id = $1 ${lock}`,
      [id],
    );
    return found(rows[0]);
  }
}

const nameOf = ({ officer, town }: Invitation): string => officer ?? town;
