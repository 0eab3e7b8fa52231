import type { EntityManager } from 'typeorm';
import type { VisitState } from '../contract/visits.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { type StoredTeam, teamOf } from '../teams/stored-team.js';

export interface StoredVisit {
  id: string;
  teamId: string;
  state: VisitState;
  version: number;
  startsOn: string;
  result: string;
}

/** A visit with its team, as policies need them; for writing, both locked, the team first. @throws DomainError notFound */
export async function visitOf(
  db: Pick<EntityManager, 'query'>,
  actor: Actor,
  id: string,
  writing = false,
): Promise<{ visit: StoredVisit; team: StoredTeam }> {
  const [row]: { teamId: string }[] = await db.query('SELECT team_id AS "teamId" FROM visits WHERE id = $1', [id]);
  const team = await teamOf(db, actor, found(row).teamId, writing ? 'FOR UPDATE OF t' : '');
  const [visit]: StoredVisit[] = await db.query(
    `SELECT id, team_id AS "teamId", state, version, starts_on::text AS "startsOn", result FROM visits
     WHERE id = $1 ${writing ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return { visit: found(visit), team };
}
