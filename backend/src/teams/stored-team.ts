import type { EntityManager } from 'typeorm';
import type { RoundState } from '../contract/rounds.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { readableTeams, type Standing, TOWNS_OF_TEAM } from './policy.js';

export interface StoredTeam extends Standing {
  id: string;
  roundId: string;
  applicationId: string;
  roundState: RoundState;
}

/**
 * A team as its policy needs it. Whoever writes to it or its children locks it first, and is judged by what stands then:
 * who left, and whether the year ended, while this one waited. @throws DomainError notFound
 */
export async function teamOf(
  db: Pick<EntityManager, 'query'>,
  actor: Actor,
  id: string,
  lock = '' as '' | 'FOR UPDATE OF t',
): Promise<StoredTeam> {
  if (lock) {
    // Statements of their own: one that waits for a lock goes on seeing the members of before. The round first, as 任命 does.
    await db.query('SELECT 1 FROM rounds r JOIN teams t ON t.round_id = r.id WHERE t.id = $1 FOR SHARE OF r', [id]);
    await db.query('SELECT 1 FROM teams t WHERE t.id = $1 FOR UPDATE', [id]);
  }
  const { bind, values } = binder();
  const rows: StoredTeam[] = await db.query(
    `SELECT t.id, t.round_id AS "roundId", t.application_id AS "applicationId", t.municipality_code AS "municipalityCode",
            t.ended_at AS "endedAt", r.state AS "roundState", ARRAY(${TOWNS_OF_TEAM}) AS towns, ARRAY(
              SELECT tm.person_id FROM team_members tm WHERE tm.team_id = t.id AND tm.left_on IS NULL) AS people
     FROM teams t JOIN rounds r ON r.id = t.round_id
     WHERE t.id = ${bind(id)} AND ${readableTeams(actor, bind)}`,
    values,
  );
  return found(rows[0]);
}
