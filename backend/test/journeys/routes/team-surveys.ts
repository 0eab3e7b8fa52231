import { aRound } from '../../round-scene.js';
import { aTeamSurvey } from '../../team-survey-scene.js';
import type { Scene } from '../scene.js';
import { type Call, type Routes, TOWN } from './route.js';
import { OF_TEAM, onTeam } from './teams.js';

const INSIDE = ['manager', 'secretariat'] as const;
const SECRETARIAT = ['secretariat'] as const;

async function inYear(scene: Scene) {
  const { params } = await onTeam(scene);
  const [{ roundId }]: [{ roundId: string }] = await scene.db.query(
    'SELECT round_id AS "roundId" FROM teams WHERE id = $1',
    [params.id],
  );
  return { teamId: params.id, roundId, by: scene.here('secretariat').id };
}

const ofRound = async (scene: Scene): Promise<Call> => ({ params: { id: (await inYear(scene)).roundId } });

async function aLink(scene: Scene, body?: object): Promise<Call> {
  const { roundId, by } = await inYear(scene);
  const { tokens } = await aTeamSurvey(scene.db, by, { roundId });
  return { params: { token: tokens[0] ?? '' }, ...(body ? { body } : {}) };
}

/** A survey that is over, with five answers. */
async function closed(scene: Scene): Promise<Call> {
  const { roundId, by } = await inYear(scene);
  const { id } = await aTeamSurvey(scene.db, by, { roundId, since: 20 });
  await scene.db.query(
    `INSERT INTO team_survey_responses (key, team_survey_id, answers, handed_in)
     SELECT $1::text || n, $1::uuid, '{"overall": 4}', true FROM generate_series(1, 5) n`,
    [id],
  );
  return { params: { id } };
}

const PLAN = { survey: 'companion-officer', occasion: 'end', opensOn: '2099-03-01', closesOn: '2099-03-15' };

async function wished(scene: Scene): Promise<Call> {
  const { teamId, roundId } = await inYear(scene);
  const { id } = await aRound(scene.db, scene.here('secretariat').id);
  await scene.db.query(`INSERT INTO continuation_wishes (team_id, years, said_at, said_by) VALUES ($1, 1, now(), $2)`, [
    teamId,
    scene.here('municipality').id,
  ]);
  return { params: { id: teamId }, body: { outcome: 'carried', reason: `${roundId}から続けるため`, roundId: id } };
}

export const TEAM_SURVEYS: Routes = {
  'GET /rounds/{id}/team-surveys': { to: INSIDE, make: ofRound },
  'PUT /rounds/{id}/team-surveys': {
    to: SECRETARIAT,
    make: async (scene) => ({ ...(await ofRound(scene)), body: PLAN }),
  },
  'GET /team-surveys/{id}': { to: INSIDE, make: closed },
  'GET /team-surveys/{id}/figures.csv': { to: INSIDE, make: closed },
  'GET /team-surveys/{id}/responses': { to: INSIDE, make: closed },
  'GET /team-surveys/{id}/responses.csv': { to: INSIDE, make: closed },
  'GET /teams/{id}/surveys': { to: OF_TEAM, own: true, make: onTeam },
  'GET /team-surveys/answer/{token}': { to: 'anybody', make: (scene) => aLink(scene) },
  'PUT /team-surveys/answer/{token}': { to: 'anybody', make: (scene) => aLink(scene, { answers: {} }) },
  'POST /team-surveys/answer/{token}': { to: 'anybody', make: (scene) => aLink(scene, { answers: { overall: 5 } }) },
  'GET /rounds/{id}/continuation': { to: INSIDE, make: ofRound },
  'GET /teams/{id}/continuation': { to: [...TOWN, ...INSIDE], own: true, make: onTeam },
  'PUT /teams/{id}/continuation': {
    to: TOWN,
    own: true,
    make: async (scene) => ({ ...(await onTeam(scene)), body: { years: 1 } }),
  },
  'POST /teams/{id}/continuation/decision': { to: SECRETARIAT, make: wished },
};
