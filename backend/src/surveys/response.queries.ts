import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  ResponseFilter,
  SurveyInvitationPage,
  SurveyResponse,
  SurveyResponsePage,
} from '../contract/satisfaction.js';
import { NOT_APPLICABLE, type SurveyAnswers, type SurveyQuestion } from '../contract/surveys.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize } from '../platform/errors.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { Tallies } from '../tallies/tallies.js';
import { seesResponses } from './policy.js';
import { answersIn, MOST_COUNTED, scope } from './satisfaction.scope.js';
import { SURVEYS_COUNTED } from './survey-tally.js';

/** The rows behind the figures, for who may see single answers. */
@Injectable()
export class ResponseQueries {
  constructor(
    private readonly db: DataSource,
    private readonly tallies: Tallies,
  ) {}

  async responses(actor: Actor, filter: ResponseFilter): Promise<SurveyResponsePage> {
    authorize(seesResponses(actor));
    await this.tallies.settle(SURVEYS_COUNTED);
    const { bind, values } = binder();
    const items = await readResponses(
      this.db.manager,
      `${answersIn(filter, bind)} AND r.survey = ${bind(filter.survey)} ORDER BY r.answered_at DESC, r.id ${limit(filter)}`,
      values,
    );
    return { items, ...(await this.counted((bind) => answersIn(filter, bind))) };
  }

  /** All of them, for a file. */
  async all(actor: Actor, filter: ResponseFilter): Promise<SurveyResponse[]> {
    authorize(seesResponses(actor));
    await this.tallies.settle(SURVEYS_COUNTED);
    const { bind, values } = binder();
    return readResponses(this.db.manager, `${answersIn(filter, bind)} ORDER BY r.answered_at, r.id`, values);
  }

  async invitations(actor: Actor, filter: ResponseFilter): Promise<SurveyInvitationPage> {
    authorize(seesResponses(actor));
    await this.tallies.settle(SURVEYS_COUNTED);
    const invitations = (bind: Bind) => `${scope(filter, bind)} AND i.id IS NOT NULL`;
    const { bind, values } = binder();
    const items: SurveyInvitationPage['items'] = await this.db.query(
      `SELECT i.id, ${CASE} AS consultation, ${MUNICIPALITY_LABEL} AS "municipalityLabel",
              ${day('i.invited_at')} AS "invitedOn", i.closes_on::text AS "closesOn",
              ${day('i.reminded_at')} AS "remindedOn", ${day('i.answered_at')} AS "answeredOn"
       FROM ${invitations(bind)} AND i.survey = ${bind(filter.survey)}
       ORDER BY i.invited_at DESC, i.id ${limit(filter)}`,
      values,
    );
    return { items, ...(await this.counted(invitations)) };
  }

  /** Up to a bound: what very many rows match is not counted to its end. */
  private async counted(rows: (bind: Bind) => string): Promise<{ total: number; more: boolean }> {
    const { bind, values } = binder();
    const [{ n }]: [{ n: number }] = await this.db.query(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM ${rows(bind)} LIMIT ${MOST_COUNTED + 1}) x`,
      values,
    );
    return { total: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED };
  }
}

const CASE = `CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title) END`;
const day = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Tokyo')::date::text`;
const limit = ({ page, size }: { page: number; size: number }) => `LIMIT ${size} OFFSET ${(page - 1) * size}`;

type Row = Omit<SurveyResponse, 'answers' | 'answeredAt'> & {
  answeredAt: Date;
  answers: SurveyAnswers;
  questions: SurveyQuestion[];
};

/** Answers in words, from any `FROM …` with r, i, c and m as in `scope`. */
export async function readResponses<More = unknown>(
  db: EntityManager,
  from: string,
  values: unknown[],
  more = '',
): Promise<(SurveyResponse & More)[]> {
  const rows: (Row & More)[] = await db.query(
    `SELECT r.id, r.answered_at AS "answeredAt", ${CASE} AS consultation, c.municipality_code AS "municipalityCode",
            ${MUNICIPALITY_LABEL} AS "municipalityLabel", r.score, r.answers,
            (SELECT d.questions FROM survey_definitions d WHERE (d.survey, d.version) = (r.survey, r.version)) AS questions
            ${more}
     FROM ${from}`,
    values,
  );
  return rows.map(({ questions, answers, answeredAt, ...row }) => ({
    ...(row as Omit<typeof row, never> & More),
    answeredAt: answeredAt.toISOString(),
    answers: questions.flatMap((question) => {
      const answer = answers[question.id];
      const { id, label } = question;
      return answer === undefined ? [] : [{ question: id, label, answer: inWords(question, answer), value: answer }];
    }),
  }));
}

/** An answer as it was chosen or written. */
export function inWords(question: SurveyQuestion, answer: SurveyAnswers[string]): string {
  switch (question.kind) {
    case 'scale':
      return answer === NOT_APPLICABLE
        ? (question.notApplicable ?? '')
        : `${answer}（${question.words[5 - Number(answer)] ?? ''}）`;
    case 'choice':
    case 'multi':
      return question.choices
        .filter(({ id }) => [answer].flat().includes(id))
        .map(({ label }) => label)
        .join('、');
    case 'text':
      return String(answer);
  }
}
