import { Dimension, NO_GROUP, type ResponseFilter, type SatisfactionFilter } from '../contract/satisfaction.js';
import { NOT_APPLICABLE } from '../contract/surveys.js';
import type { Bind } from '../platform/sql/bind.js';
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

/** The invitations and answers that a report is about: FROM … WHERE, with r = answer, i = invitation, c = 相談, m = its town. */
export function scope(filter: SatisfactionFilter, bind: Bind): string {
  const conditions = [
    `coalesce(i.survey, r.survey) = ${bind(filter.survey)}`,
    ...(filter.from ? [`${DAY} >= ${bind(filter.from)}`] : []),
    ...(filter.to ? [`${DAY} <= ${bind(filter.to)}`] : []),
    ...Dimension.options.flatMap((by) => (filter[by] ? [inGroup(by, filter[by], bind)] : [])),
  ];
  return `survey_responses r FULL JOIN survey_invitations i ON i.id = r.invitation_id
          LEFT JOIN consultations c ON c.id = i.consultation_id
          LEFT JOIN municipalities m ON m.code = c.municipality_code
          WHERE ${conditions.join(' AND ')}`;
}

/** The answers that a report is about, or those of them that say one thing. */
export function answersIn(filter: SatisfactionFilter & Pick<ResponseFilter, 'question' | 'value'>, bind: Bind): string {
  const { question, value } = filter;
  return `${scope(filter, bind)} AND r.id IS NOT NULL ${question ? `AND ${says(bind(question), value, bind)}` : ''}`;
}

/** With a value, that the answer is or holds it; without one, that the question concerned who answered. */
function says(question: string, value: string | undefined, bind: Bind): string {
  if (value === undefined) return `r.answers ->> ${question} <> '${NOT_APPLICABLE}'`;
  const given = `r.answers -> ${question}`;
  return `CASE jsonb_typeof(${given}) WHEN 'array' THEN jsonb_exists(${given}, ${bind(value)})
            ELSE ${given} #>> '{}' = ${bind(value)} END`;
}

const inGroup = (by: Dimension, key: string, bind: Bind): string =>
  key === NO_GROUP ? `cardinality(${GROUP_KEYS[by]}) = 0` : `${bind(key)} = ANY (${GROUP_KEYS[by]})`;
