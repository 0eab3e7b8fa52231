import type { EntityManager } from 'typeorm';
import type { RoundState } from '../contract/rounds.js';
import { found } from '../platform/errors.js';
import { type Standing, TOWNS_OF_TEAM } from '../teams/policy.js';

/** The team of a request, as the policy needs it. Who asks has made sure that the reader may read the request. */
export async function teamOfRequest(db: Pick<EntityManager, 'query'>, id: string): Promise<Standing> {
  const rows: (Omit<Standing, 'roundState'> & { roundState: RoundState })[] = await db.query(
    `SELECT t.municipality_code AS "municipalityCode", t.ended_at AS "endedAt", r.state AS "roundState",
       ARRAY(${TOWNS_OF_TEAM}) AS towns, ARRAY(
       SELECT tm.person_id FROM team_members tm WHERE tm.team_id = t.id AND tm.left_on IS NULL) AS people
     FROM support_requests s JOIN teams t ON t.id = s.team_id JOIN rounds r ON r.id = t.round_id WHERE s.id = $1`,
    [id],
  );
  return found(rows[0]);
}
