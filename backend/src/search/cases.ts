import { readsFew } from '../consultations/view-policy.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { binder } from '../platform/sql/bind.js';
import { askedOf, caseConditions } from './case-conditions.js';
import { COUNTED } from './counted.js';
import type { Asked, Source } from './source.js';
import { type SearchedText, textCondition } from './text-conditions.js';

/** Of the newest so many, this many hits tell that a word is common. */
const PROBED = 100;
const COMMON = 15;
/** So far down the newest cases a common word is looked for before the index is asked for all its hits. */
const WALKED = 8000;

/** Where cases are read one by one, their text is read sooner than its pairs. */
const READ = { text: 'c.search_text' };
const INDEXED = { ...READ, grams: 'c.search_grams' };
const COLUMNS = 'c.id::text AS id, c.search_title AS title, c.submitted_at AS at';
const NEWEST = 'ORDER BY c.submitted_at DESC NULLS LAST, c.id';
/** The cases in the order of the index; what was never submitted has no text. */
const newest = (count: number) =>
  `(SELECT * FROM consultations c WHERE c.submitted_at IS NOT NULL ${NEWEST} LIMIT ${count}) c`;

/**
 * 相談: number, town and all that was submitted. The index of pairs finds what is rare; a word that stands nearly
 * everywhere would give it every case there is, so the newest cases are read instead until there are enough.
 */
export const CASES: Source = {
  kind: 'consultation',
  takes: ['state', 'ministry', 'prefecture', 'field', 'year'],
  openTo: () => true,
  async hits(asked, bind) {
    const conditions = [...caseConditions(asked, bind), ...askedOf(asked, bind)].join(' AND ');
    const has = (text: SearchedText) => textCondition(text, asked.words, bind);
    if (readsFew(asked.actor)) {
      // Fenced: what the reader may read is few, and is read before anything is searched.
      return `SELECT ${COLUMNS} FROM (SELECT * FROM consultations c WHERE ${conditions} OFFSET 0) c WHERE ${has(READ)}`;
    }
    const gathered = `SELECT ${COLUMNS} FROM consultations c WHERE ${conditions} AND ${has(INDEXED)}`;
    if (!(await isCommon(asked))) return gathered;
    return `SELECT * FROM (WITH walked AS MATERIALIZED (
        SELECT ${COLUMNS} FROM ${newest(WALKED)} WHERE ${conditions} AND ${has(READ)} ${NEWEST} LIMIT ${COUNTED})
      SELECT * FROM walked WHERE (SELECT count(*) FROM walked) = ${COUNTED}
      UNION ALL SELECT * FROM (${gathered}) rest WHERE (SELECT count(*) FROM walked) < ${COUNTED}) either_way`;
  },
  details: `SELECT c.title, concat_ws(E'\\n', c.number, ${MUNICIPALITY_LABEL}, m.kana,
      (SELECT string_agg(a.text, E'\\n' ORDER BY a.written_at, a.id) FROM additions a WHERE a.consultation_id = c.id)) AS text,
    CASE WHEN c.state IN ('returned', 'correcting', 'withdrawn') THEN
      (SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1) ELSE c.karte END AS karte,
    c.form_version AS "formVersion", ARRAY[c.number, ${MUNICIPALITY_LABEL}] AS about, c.id AS "consultationId", c.state
    FROM consultations c JOIN municipalities m ON m.code = c.municipality_code WHERE c.id = page.id::uuid`,
};

async function isCommon(asked: Asked): Promise<boolean> {
  const { bind, values } = binder();
  const where = [...caseConditions(asked, bind), ...askedOf(asked, bind), textCondition(READ, asked.words, bind)];
  const [probe]: { hits: number }[] = await asked.db.query(
    `SELECT count(*)::int AS hits FROM ${newest(PROBED)} WHERE ${where.join(' AND ')}`,
    values,
  );
  return (probe?.hits ?? 0) >= COMMON;
}
