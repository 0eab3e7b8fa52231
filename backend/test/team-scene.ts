import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { RoundState } from '../src/contract/rounds.js';
import { formTeams } from '../src/teams/form-teams.js';
import { anApplication } from './application-scene.js';
import { KAMISHIHORO } from './builders.js';
import { aRound } from './round-scene.js';

interface Company {
  /** People with the role of an officer. */
  officers: readonly { id: string }[];
  /** Who wrote for the town. */
  town: { id: string };
  code?: string;
  state?: RoundState;
  roundId?: string;
}

/** A team as 任命 makes it, in a round of its own unless told otherwise. */
export async function aTeam(db: DataSource, by: string, company: Company): Promise<{ id: string; roundId: string }> {
  const { officers, town, code = KAMISHIHORO, state = 'running' } = company;
  const roundId = company.roundId ?? (await aRound(db, by, { state })).id;
  const chosen = await anApplication(db, roundId, town.id, { state: 'chosen', code });
  const members: string[] = [];
  for (const { id } of officers) {
    members.push((await anApplication(db, roundId, id, { kind: 'officer', state: 'submitted' })).id);
  }
  const others: { municipality: string; officers: string[] }[] = await db.query(
    `SELECT t.application_id AS municipality, ARRAY(SELECT tm.application_id FROM team_members tm
       WHERE tm.team_id = t.id AND tm.left_on IS NULL) AS officers
     FROM teams t WHERE t.round_id = $1 AND t.ended_at IS NULL`,
    [roundId],
  );
  const teams = [...others, { municipality: chosen.id, officers: members }];
  await db.transaction((tx) => formTeams(tx, { roundId, teams, at: new Clock().now() }));
  const [{ id }]: [{ id: string }] = await db.query('SELECT id FROM teams WHERE application_id = $1', [chosen.id]);
  return { id, roundId };
}
