import type { EntityManager } from 'typeorm';
import { tokyoDay } from '../contract/calendar.js';

interface Formed {
  roundId: string;
  /** 応募 of the towns, and of the officers of each. */
  teams: readonly { municipality: string; officers: readonly string[] }[];
  at: Date;
}

/**
 * Makes the teams of a 任命. Teams of an earlier one go on; members who are in it no more leave, new ones join. What those
 * who leave had promised is the team's.
 */
export async function formTeams(tx: EntityManager, { roundId, teams, at }: Formed): Promise<void> {
  const wanted = JSON.stringify(
    teams.flatMap(({ municipality, officers }) => officers.map((officer) => ({ town: municipality, officer }))),
  );
  const towns = teams.map(({ municipality }) => municipality);
  const today = tokyoDay(at);
  await tx.query('SELECT 1 FROM teams WHERE round_id = $1 ORDER BY id FOR UPDATE', [roundId]);
  await tx.query(
    `UPDATE team_members tm SET left_on = greatest($3::date, tm.joined_on) FROM teams t
     WHERE t.id = tm.team_id AND t.round_id = $1 AND tm.left_on IS NULL AND NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS w (town uuid, officer uuid)
       WHERE w.town = t.application_id AND w.officer = tm.application_id)`,
    [roundId, wanted, today],
  );
  await tx.query(
    'UPDATE teams SET ended_at = $3 WHERE round_id = $1 AND ended_at IS NULL AND application_id <> ALL ($2::uuid[])',
    [roundId, towns, at],
  );
  await tx.query(
    `INSERT INTO teams (round_id, application_id, municipality_code, created_at)
     SELECT $1, a.id, a.municipality_code, $3 FROM applications a WHERE a.id = ANY ($2::uuid[])
     ON CONFLICT (application_id) DO UPDATE SET ended_at = NULL`,
    [roundId, towns, at],
  );
  await tx.query(
    `INSERT INTO team_members (team_id, application_id, person_id, joined_on)
     SELECT t.id, a.id, a.created_by, $2 FROM jsonb_to_recordset($1::jsonb) AS w (town uuid, officer uuid)
     JOIN teams t ON t.application_id = w.town JOIN applications a ON a.id = w.officer
     WHERE NOT EXISTS (SELECT 1 FROM team_members tm WHERE tm.application_id = a.id AND tm.left_on IS NULL)`,
    [wanted, today],
  );
  await tx.query(
    `UPDATE promises pr SET owner_id = NULL FROM teams t
     WHERE t.id = pr.team_id AND t.round_id = $1 AND pr.owner_id IS NOT NULL AND pr.done_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM team_members tm WHERE tm.team_id = t.id AND tm.person_id = pr.owner_id AND tm.left_on IS NULL)`,
    [roundId],
  );
}
