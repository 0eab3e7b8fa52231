import { ownedBy } from '../measures/measure-fields.sql.js';
import { textCondition } from '../platform/search/text-conditions.js';
import type { Source } from './source.js';

const WORDS =
  'measure_words(m.id, m.ref, m.title, m.common_name, m.place, m.programs, m.keywords, m.grant_type, m.eligible, m.requirements, m.text, m.owners)';

/** 施策: facts, and the sentences where they were imported. */
export const MEASURES: Source = {
  kind: 'measure',
  takes: ['ministry', 'field'],
  openTo: () => true,
  hits({ words, filter: { ministry, field } }, bind) {
    const where = [textCondition({ text: WORDS, grams: `search_grams_of(${WORDS})` }, words, bind)];
    if (ministry) where.push(ownedBy(bind(ministry)));
    if (field) where.push(`${bind(field)} = ANY (m.fields)`);
    return `SELECT m.id, m.search_title AS title, NULL::timestamptz AS at FROM measures m WHERE ${where.join(' AND ')}`;
  },
  details: `SELECT m.title, concat_ws(E'\\n', nullif(m.text, ''), nullif(m.eligible, ''), nullif(m.requirements, ''),
      array_to_string(m.programs, '、'), array_to_string(m.keywords, '、'), nullif(m.common_name, ''),
      array_to_string(m.place, ' '), nullif(m.grant_type, ''), m.ref, m.id) AS text,
    ARRAY[m.ref, (SELECT string_agg(concat_ws(' ', o ->> 'ministry', o ->> 'division'), '、')
                  FROM jsonb_array_elements(m.owners) o)] AS about, NULL::uuid AS "consultationId"
    FROM measures m WHERE m.id = page.id`,
};
