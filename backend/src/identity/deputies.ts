import type { DataSource, EntityManager } from 'typeorm';
import type { StandingIn } from '../contract/absences.js';
import { prepared } from '../platform/sql/prepared.js';

type Db = DataSource | EntityManager;

/** So many deputies after each other at most. */
export const LONGEST_CHAIN = 5;

const away = (person: string, day: string) => `SELECT a.* FROM absences a
  WHERE a.person_id = ${person} AND ${day}::date BETWEEN a.from_on AND a.until_on`;

/**
 * Person → who gets what is meant for them on the day: themselves when present, else the end of the chain of deputies,
 * and themselves again when nobody in it is there, so that nothing is lost.
 * @param people an SQL condition on `people p`
 */
const ends = (people: string, day: string) => `WITH RECURSIVE line AS (
    SELECT p.id AS person, p.id AS at, 0 AS step FROM people p WHERE ${people}
    UNION ALL
    SELECT l.person, a.deputy_id, l.step + 1 FROM line l CROSS JOIN LATERAL (${away('l.at', day)}) a
    WHERE a.deputy_id IS NOT NULL AND l.step < ${LONGEST_CHAIN}),
  ends AS (
    SELECT DISTINCT ON (l.person) l.person, CASE WHEN p.disabled_at IS NULL AND NOT EXISTS (${away('l.at', day)})
        THEN l.at ELSE l.person END AS stand_in
    FROM line l JOIN people p ON p.id = l.at ORDER BY l.person, l.step DESC)`;

/** Who gets what is meant for each of these people on the day (`YYYY-MM-DD`, Tokyo). */
export async function standIns(db: Db, personIds: readonly string[], day: string): Promise<Map<string, string>> {
  const rows = await prepared<{ person: string; standIn: string }>(
    db,
    `${ends('p.id = ANY ($1)', '$2')} SELECT person, stand_in AS "standIn" FROM ends`,
    [personIds, day],
  );
  return new Map(rows.map(({ person, standIn }) => [person, standIn]));
}

/** The other way round: for whom the person stands in on the day, and until when they are away. */
export function stoodInFor(db: Db, personId: string, day: string): Promise<StandingIn[]> {
  const absent = `p.disabled_at IS NULL AND EXISTS (${away('p.id', '$2')})`;
  return prepared<StandingIn>(
    db,
    `${ends(absent, '$2')} SELECT p.id, p.name, a.until_on::text AS "untilOn"
     FROM ends e JOIN people p ON p.id = e.person CROSS JOIN LATERAL (${away('p.id', '$2')}) a
     WHERE e.stand_in = $1 AND e.person <> $1 ORDER BY p.kana, p.name, p.id`,
    [personId, day],
  );
}
