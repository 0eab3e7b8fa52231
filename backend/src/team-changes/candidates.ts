import type { EntityManager } from 'typeorm';
import type { Candidate } from '../contract/team-changes.js';
import type { StoredTeam } from '../teams/stored-team.js';

/** Officers of the round who stand, whose superior agrees, and who are in no team now. */
export function candidatesOf(
  db: Pick<EntityManager, 'query'>,
  { id, roundId }: Pick<StoredTeam, 'id' | 'roundId'>,
): Promise<Candidate[]> {
  return db.query(
    `SELECT a.id AS "applicationId", p.name, mi.name AS ministry,
            concat_ws(' ', a.sheet ->> 'division', a.sheet ->> 'position') AS post, EXISTS (
              SELECT 1 FROM team_members tm JOIN applications ta ON ta.id = tm.application_id
              WHERE tm.team_id = $1 AND tm.left_on IS NULL AND ta.ministry_id = a.ministry_id) AS "sameMinistry"
     FROM applications a JOIN people p ON p.id = a.created_by AND p.disabled_at IS NULL
     JOIN ministries mi ON mi.id = a.ministry_id
     JOIN consents c ON c.application_id = a.id AND c.ended_at IS NULL AND c.agreed
     WHERE a.round_id = $2 AND a.kind = 'officer' AND a.state = 'submitted' AND NOT EXISTS (
       SELECT 1 FROM team_members tm JOIN teams t ON t.id = tm.team_id AND t.ended_at IS NULL
       WHERE tm.left_on IS NULL AND t.round_id = $2 AND (tm.application_id = a.id OR tm.person_id = a.created_by))
     ORDER BY mi.sort, a.serial`,
    [id, roundId],
  );
}
