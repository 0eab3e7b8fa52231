import { readable } from '../consultations/policy.js';
import { hitsOf, narrowed } from '../consultations/searched-cases.js';
import { readsHandful } from '../consultations/view-policy.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { exactCondition, pairsCondition, textCondition } from '../platform/search/text-conditions.js';
import { askedOf, caseConditions, filtered } from './case-conditions.js';
import type { Source } from './source.js';

const COLUMNS = 'c.id::text AS id, c.search_title AS title, c.submitted_at AS at';

/** 相談: number, town and all that was submitted, by the rows of `searched_cases`. */
export const CASES: Source = {
  kind: 'consultation',
  takes: ['state', 'ministry', 'prefecture', 'field', 'year'],
  openTo: () => true,
  hits(asked, bind) {
    const { actor, words, filter } = asked;
    if (readsHandful(actor)) {
      const where = [...caseConditions(asked, bind), ...askedOf(asked, bind), 'c.submitted_at IS NOT NULL'].join(
        ' AND ',
      );
      const has = textCondition({ text: 'c.search_text' }, words, bind);
      // Fenced: what the reader may read is few, and is read before anything is searched.
      return `SELECT ${COLUMNS} FROM (SELECT * FROM consultations c WHERE ${where} OFFSET 0) c WHERE ${has}`;
    }
    const small = [pairsCondition('d.grams', words, bind), narrowed(actor, bind), ...filtered('d', filter, bind)];
    if (filter.ministry) small.push(`d.ministries @> ARRAY[${bind(filter.ministry)}]`);
    const whole = [readable(actor, bind), ...askedOf(asked, bind), ...exactCondition('c.search_text', words, bind)];
    return hitsOf(actor)(COLUMNS, small, whole);
  },
  details: `SELECT c.title, concat_ws(E'\\n', c.number, ${MUNICIPALITY_LABEL}, m.kana,
      (SELECT string_agg(a.text, E'\\n' ORDER BY a.written_at, a.id) FROM additions a WHERE a.consultation_id = c.id)) AS text,
    CASE WHEN c.state IN ('returned', 'correcting', 'withdrawn') THEN
      (SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1) ELSE c.karte END AS karte,
    c.form_version AS "formVersion", ARRAY[c.number, ${MUNICIPALITY_LABEL}] AS about, c.id AS "consultationId", c.state
    FROM consultations c JOIN municipalities m ON m.code = c.municipality_code WHERE c.id = page.id::uuid`,
};
