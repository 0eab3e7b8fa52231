import type { EntityManager } from 'typeorm';
import type { Dimension, SatisfactionFilter } from '../contract/satisfaction.js';
import { MAIN_QUESTION, type SurveyQuestion } from '../contract/surveys.js';
import { binder } from '../platform/sql/bind.js';
import { readTally } from '../tallies/tallies.js';
import type { Cell } from './breakdown.js';
import type { Counts } from './question-figures.js';
import { answersIn, GROUP_KEYS, scope } from './satisfaction.scope.js';
import { answersFigure, groupsFigure, invitedFigure } from './survey-tally.js';

/** What a report is made of: whole numbers, of all answers to a survey or of those that match conditions. */
export interface Numbers {
  totals(): Promise<{ n: number; invited: number }>;
  cells(by: Dimension): Promise<Cell[]>;
  counts(questions: SurveyQuestion[]): Promise<Counts>;
}

interface Answered {
  question: string;
  value: string;
  count: number;
}

/** Of all answers: kept, not counted. */
export function allNumbers(tx: EntityManager, survey: string): Numbers {
  const answers = async (): Promise<Answered[]> =>
    (await readTally(tx, answersFigure(survey))).map(({ key, also, n }) => ({ question: key, value: also, count: n }));
  return {
    async totals() {
      const [invited] = await readTally(tx, invitedFigure(survey));
      const main = (await answers()).find(({ question, value }) => question === MAIN_QUESTION && value === '');
      return { n: main?.count ?? 0, invited: invited?.n ?? 0 };
    },
    async cells(by) {
      const cells = new Map<string, Cell>();
      for (const { key, also, n } of await readTally(tx, groupsFigure(survey, by))) {
        const { keys, ...cell } = cells.get(key) ?? { keys: key === '' ? [] : key.split(','), n: 0, sum: 0 };
        cells.set(key, { keys, n: cell.n + n, sum: cell.sum + Number(also) * n });
      }
      return [...cells.values()];
    },
    async counts() {
      return byQuestion(await answers());
    },
  };
}

/** Of the answers that match: counted row by row. */
export const matchingNumbers = (tx: EntityManager, filter: SatisfactionFilter): Numbers => ({
  async totals() {
    const { bind, values } = binder();
    const [row] = await tx.query(
      `SELECT count(r.id)::int AS n, count(i.id)::int AS invited FROM ${scope(filter, bind)}`,
      values,
    );
    return row;
  },
  cells(by) {
    const { bind, values } = binder();
    return tx.query(
      `SELECT ${GROUP_KEYS[by]} AS keys, count(*)::int AS n, sum(r.score)::int AS sum
       FROM ${answersIn(filter, bind)} GROUP BY 1 ORDER BY 1`,
      values,
    );
  },
  async counts(questions) {
    const { bind, values } = binder();
    const texts = questions.filter(({ kind }) => kind === 'text').map(({ id }) => id);
    const rows: Answered[] = await tx.query(
      `SELECT a.key AS question, v.value, count(*)::int AS count
       FROM (SELECT r.answers FROM ${answersIn(filter, bind)}) given, jsonb_each(given.answers) a,
         LATERAL (SELECT '' AS value UNION ALL
                  SELECT x FROM jsonb_array_elements_text(
                    CASE WHEN a.key = ANY (${bind(texts)}) THEN '[]' WHEN jsonb_typeof(a.value) = 'array' THEN a.value
                         ELSE jsonb_build_array(a.value) END) x) v
       GROUP BY 1, 2`,
      values,
    );
    return byQuestion(rows);
  },
});

function byQuestion(rows: readonly Answered[]): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const { question, value, count } of rows) {
    counts.set(question, (counts.get(question) ?? new Map()).set(value, count));
  }
  return counts;
}
