import type { EntityManager } from 'typeorm';
import { fiscalYear } from '../contract/calendar.js';
import { Dimension, NO_GROUP, type ResponseFilter, type SatisfactionFilter } from '../contract/satisfaction.js';
import { invalid } from '../platform/errors.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { tokyo } from '../platform/sql/tokyo.js';

/** The Tokyo day by which an answer is counted: of its invitation, or of itself when it came without one. */
export const DAY = `${tokyo('coalesce(i.invited_at, r.answered_at)')}::date`;

/** The groups that an answer belongs to, as an SQL array; one answer may count in several fields and ministries. */
export const GROUP_KEYS: Record<Dimension, string> = {
  field: `coalesce(c.field_codes, '{}')`,
  ministry: 'ARRAY(SELECT k.ministry_id FROM ministry_cases k WHERE k.consultation_id = c.id ORDER BY 1)',
  prefecture: `array_remove(ARRAY[m.prefecture_code], NULL)`,
  month: `ARRAY[to_char(${DAY}, 'YYYY-MM')]`,
};

/** An invitation i and its answer r, or an answer that came without one, of a `unit` u; c = 相談, m = its town. */
export const OF_UNIT = `LEFT JOIN survey_invitations i ON i.id = u.unit
  LEFT JOIN survey_responses r ON coalesce(r.invitation_id, r.id) = u.unit
  LEFT JOIN consultations c ON c.id = i.consultation_id
  LEFT JOIN municipalities m ON m.code = c.municipality_code`;

/** The words by which a unit is found, kept beside what it adds to the figures (survey-tally.ts). */
export const foundBy = {
  survey: (survey: string) => `survey:${survey}`,
  year: (year: number) => `year:${year}`,
  group: (by: Dimension, key: string) => `${by}:${key}`,
  answered: (question: string) => `answered:${question}`,
  says: (question: string, value: string) => `says:${question}=${value}`,
};

type Conditions = SatisfactionFilter & Partial<Pick<ResponseFilter, 'question' | 'value'>>;

/** The invitations and answers that a report is about: FROM … WHERE. */
export function scope(filter: Conditions, bind: Bind): string {
  const { from, to } = filter;
  return `tally_units u ${OF_UNIT} WHERE ${found(filter, bind)}
    ${from ? `AND ${DAY} >= ${bind(from)}` : ''} ${to ? `AND ${DAY} <= ${bind(to)}` : ''}`;
}

/** The answers among them. */
export const answersIn = (filter: Conditions, bind: Bind): string => `${scope(filter, bind)} AND r.id IS NOT NULL`;

/** A report under conditions counts so many invitations and answers at most; a period of a year is far below. */
export const MOST_COUNTED = 20_000;

/** @throws when more would have to be counted: no report may take longer the more cases there are */
export async function refuseTooMany(tx: EntityManager, filter: SatisfactionFilter): Promise<void> {
  const { bind, values } = binder();
  const [{ n }]: [{ n: number }] = await tx.query(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM tally_units u WHERE ${found(filter, bind)} LIMIT ${MOST_COUNTED + 1}) x`,
    values,
  );
  if (n <= MOST_COUNTED) return;
  const limit = MOST_COUNTED.toLocaleString('ja-JP');
  throw invalid({ from: `条件に合う調査が${limit}件を超えます。期間の始めと終わりを指定して、短くしてください` });
}

function found(filter: Conditions, bind: Bind): string {
  const { survey, from, to, question, value } = filter;
  const all = [
    foundBy.survey(survey),
    ...Dimension.options.flatMap((by) => (filter[by] ? [foundBy.group(by, filter[by])] : [])),
    ...(question ? [value === undefined ? foundBy.answered(question) : foundBy.says(question, value)] : []),
  ];
  const years = from && to ? `AND u.found_by && ${bind(yearsOf(from, to))}` : '';
  return `u.kind = 'survey' AND u.found_by @> ${bind(all)} ${years}`;
}

/** More years than a desk has existed need not be told apart. */
const yearsOf = (from: string, to: string): string[] => {
  const first = fiscalYear(from);
  const count = Math.min(Math.max(0, fiscalYear(to) - first + 1), 100);
  return Array.from({ length: count }, (_, n) => foundBy.year(first + n));
};

/** Whatever belongs to no group stands under `none`. */
export const groupOrNone = (keys: string[]): string[] => (keys.length === 0 ? [NO_GROUP] : keys);
