import { COUNTED_UP_TO } from '../contract/consultations.js';
import type { Actor } from '../identity/actor.js';
import { ministriesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { tokyo } from '../platform/sql/tokyo.js';

/** One more than is told: it says that there are more. */
export const COUNTED = COUNTED_UP_TO + 1;

/** Among so many of the newest cases a word is looked for first. */
const NEAR = 8000;
/** And then so many times further back. */
const FURTHER = 8;
/** Older than every case. */
const EVER = `'1970-01-01'::date`;

const dayOfNewest = (after: number) =>
  `(SELECT ${tokyo('c.submitted_at')}::date FROM consultations c WHERE c.submitted_at IS NOT NULL
    ORDER BY c.submitted_at DESC NULLS LAST, c.id OFFSET ${after} LIMIT 1)`;

/**
 * The newest thousand hits, looked for among the newest cases, then further back, then among all: a word that stands
 * everywhere is found soon, a rare one has few hits however many cases there are, so that neither costs more with more cases.
 * @param columns of `consultations c`
 * @param small conditions on `searched_cases d`, by which most is told
 * @param whole conditions on `c`, which decide
 */
export function newestHits(columns: string, small: string[], whole: string[]): string {
  // Fenced and in order: the cases themselves are looked at one by one, until there are enough.
  const since = (
    condition: string,
  ) => `SELECT ${columns} FROM (SELECT d.consultation_id, d.submitted_at FROM searched_cases d
      WHERE ${[...small, condition].join(' AND ')} ORDER BY d.submitted_at DESC, d.consultation_id OFFSET 0) d
    JOIN consultations c ON c.id = d.consultation_id WHERE ${whole.join(' AND ')}
    ORDER BY d.submitted_at DESC, d.consultation_id LIMIT ${COUNTED}`;
  const enough = (name: string) => `(SELECT count(*) FROM ${name}) >= ${COUNTED}`;
  return `SELECT * FROM (WITH reach AS MATERIALIZED (
      SELECT near, near - ${FURTHER - 1} * (newest - near) AS further
      FROM (SELECT coalesce(${dayOfNewest(NEAR)}, ${EVER}) AS near, coalesce(${dayOfNewest(0)}, ${EVER}) AS newest) cuts),
    near AS MATERIALIZED (${since('d.day >= (SELECT near FROM reach)')}),
    enough AS MATERIALIZED (SELECT ${enough('near')} OR near = ${EVER} AS soon FROM reach),
    further AS MATERIALIZED (${since('NOT (SELECT soon FROM enough) AND d.day >= (SELECT further FROM reach)')}),
    rest AS (${since(`NOT (SELECT soon FROM enough) AND NOT ${enough('further')}`)})
    SELECT * FROM near WHERE (SELECT soon FROM enough)
    UNION ALL SELECT * FROM further WHERE NOT (SELECT soon FROM enough) AND ${enough('further')}
    UNION ALL SELECT * FROM rest) hits`;
}

/**
 * What is known of a reader's cases before they are looked at, of `searched_cases d`: it leaves out most of what the reader
 * may not read, and nothing of what he may. `readable` decides.
 */
export function narrowed(actor: Actor, bind: Bind): string {
  if (actor.grants.every(({ role, divisionId }) => role === 'ministry' && divisionId === null))
    return `d.ministries && ${bind(ministriesOf(actor))}::text[]`;
  if (actor.grants.every(({ role }) => role === 'prefecture')) {
    const prefectures = actor.grants.map(({ municipalityCode }) => municipalityCode?.slice(0, 2));
    return `left(d.municipality_code, 2) = ANY (${bind(prefectures)})`;
  }
  return 'true';
}
