import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/contract/identity.js';
import { anApplication } from '../../application-scene.js';
import { aPerson, grant } from '../../builders.js';
import type { Scene } from '../scene.js';
import type { Call, Route, Routes } from './route.js';
import { OF_TEAM, onTeam, WRITERS } from './teams.js';

const team = (to: readonly Role[], body?: () => object): Route => ({
  to,
  own: true,
  make: async (scene) => ({ ...(await onTeam(scene)), ...(body ? { body: body() } : {}) }),
});

/** An officer of the round with the agreement of the superior, for the team. */
async function aNewMember(scene: Scene): Promise<Call> {
  const { params } = await onTeam(scene);
  const [{ round }]: [{ round: string }] = await scene.db.query('SELECT round_id AS round FROM teams WHERE id = $1', [
    params.id,
  ]);
  const { id: by } = await aPerson(scene.db, grant('officer'));
  const { id } = await anApplication(scene.db, round, by, { kind: 'officer', state: 'submitted' });
  await scene.db.query(
    `INSERT INTO consents (application_id, superior, address, asked_at, answered_at, agreed)
     VALUES ($1, '課長', 'kacho@ministries.example', now(), now(), true)`,
    [id],
  );
  return { params, body: { applicationId: id, sameMinistry: true } };
}

/** A membership of the officer here, beside another one. */
async function aMember(scene: Scene): Promise<Call> {
  const { params } = await aNewMember(scene);
  await scene.db.query(
    `INSERT INTO team_members (team_id, application_id, person_id, joined_on)
     SELECT $1, a.id, a.created_by, '2026-04-01' FROM applications a JOIN teams t ON t.round_id = a.round_id AND t.id = $1
     WHERE a.kind = 'officer' AND NOT EXISTS (SELECT 1 FROM team_members m WHERE m.application_id = a.id)`,
    [params?.id],
  );
  const [{ id }]: [{ id: string }] = await scene.db
    .query(`UPDATE team_members SET joined_on = '2026-04-01' WHERE team_id = $1 AND person_id = $2 RETURNING id`, [
      params?.id,
      scene.here('officer').id,
    ])
    .then(([rows]) => rows);
  return { params: { id }, body: { leftOn: '2026-11-01', reason: '異動', handOver: '資料は共有済み' } };
}

async function aPost(scene: Scene, role: Role): Promise<Call> {
  const [id, { params }] = [randomUUID(), await onTeam(scene)];
  await scene.db.query(
    `INSERT INTO team_posts (id, team_id, body, created_by, created_at) VALUES ($1, $2, '確認しました。', $3, now())`,
    [id, params.id, scene.here(role).id],
  );
  return { params: { id } };
}

async function aFeed(scene: Scene): Promise<Call> {
  const [token, { params }] = [randomBytes(32).toString('base64url'), await onTeam(scene)];
  await scene.db.query(
    'INSERT INTO team_calendars (person_id, team_id, token_hash, created_at) VALUES ($1, $2, $3, now())',
    [scene.here('officer').id, params.id, createHash('sha256').update(token).digest()],
  );
  return { params: { file: `${token}.ics` } };
}

export const TEAM_YEAR: Routes = {
  'GET /teams/{id}/calendar': team(OF_TEAM),
  'POST /teams/{id}/calendar-feed': team(OF_TEAM),
  'DELETE /teams/{id}/calendar-feed': team(OF_TEAM),
  'GET /public/team-calendars/{file}': { to: 'anybody', make: aFeed },
  'GET /teams/{id}/posts': team(OF_TEAM),
  'POST /teams/{id}/posts': team(WRITERS, () => ({ id: randomUUID(), body: '確認しました。' })),
  'POST /team-posts/{id}/withdraw': { to: WRITERS, own: true, make: aPost },
  'GET /teams/{id}/changes': team(['secretariat']),
  'POST /teams/{id}/members': { to: ['secretariat'], own: true, make: aNewMember },
  'POST /team-members/{id}/leave': { to: ['secretariat'], own: true, make: aMember },
};
