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

/** Fenced and in order: the cases themselves are looked at one by one, until there are enough. */
const newestOf = (columns: string, small: string[], whole: string[]): string =>
  `SELECT ${columns} FROM (SELECT d.consultation_id, d.submitted_at FROM searched_cases d
      WHERE ${small.join(' AND ')} ORDER BY d.submitted_at DESC, d.consultation_id OFFSET 0) d
    JOIN consultations c ON c.id = d.consultation_id WHERE ${whole.join(' AND ')}
    ORDER BY d.submitted_at DESC, d.consultation_id LIMIT ${COUNTED}`;

/**
 * The newest thousand hits of a whole ministry, in one go: the index knows its cases as it knows the words, so that what is
 * read are its own hits. Steps over the cases of all would look for them three times.
 */
const newestOwnHits = (columns: string, small: string[], whole: string[]): string =>
  `SELECT * FROM (${newestOf(columns, small, whole)}) hits`;

/**
 * The newest thousand hits, looked for among the newest cases, then further back, then among all: a word that stands
 * everywhere is found soon, a rare one has few hits however many cases there are, so that neither costs more with more cases.
 * @param columns of `consultations c`
 * @param small conditions on `searched_cases d`, by which most is told
 * @param whole conditions on `c`, which decide
 */
function newestHits(columns: string, small: string[], whole: string[]): string {
  const since = (condition: string) => newestOf(columns, [...small, condition], whole);
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
  if (ofWholeMinistry(actor)) return `d.ministries && ${bind(ministriesOf(actor))}::text[]`;
  if (actor.grants.every(({ role }) => role === 'prefecture')) {
    const prefectures = actor.grants.map(({ municipalityCode }) => municipalityCode?.slice(0, 2));
    return `left(d.municipality_code, 2) = ANY (${bind(prefectures)})`;
  }
  return 'true';
}

/** How the newest hits of this reader are looked for soonest. */
export const hitsOf = (actor: Actor): typeof newestHits => (ofWholeMinistry(actor) ? newestOwnHits : newestHits);

const ofWholeMinistry = ({ grants }: Actor): boolean =>
  grants.every(({ role, divisionId }) => role === 'ministry' && divisionId === null);
