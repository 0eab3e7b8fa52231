import { aSupportForm } from '../../support-scene.js';
import { aTeam } from '../../team-scene.js';
import type { Scene } from '../scene.js';
import type { Call, Route, Routes } from './route.js';
import { onTeam } from './teams.js';

const MEMBER = ['officer'] as const;
const READERS = ['officer', 'manager', 'secretariat'] as const;
const SEEING = ['manager', 'secretariat'] as const;

const onOwnTeam = (to: Route['to'], call: () => Call = () => ({})): Route => ({
  to,
  own: true,
  make: async (scene) => ({ ...(await onTeam(scene)), ...call() }),
});

/** A request of the officer's team here, as far as it has gone. */
async function aRequest(scene: Scene, state: 'submitted' | 'triaged' | 'closed'): Promise<string> {
  const { db, here } = scene;
  const company = { officers: [here('officer')], town: here('municipality') };
  const team = await aTeam(db, here('secretariat').id, company);
  const { id, kind, title, background } = aSupportForm();
  const closed = state === 'closed';
  await db.query(
    `INSERT INTO consultations (id, team_id, municipality_code, state, state_since, fiscal_year, serial, number, karte, title,
       owner_id, submitted_at, replied_at, closed_at, reply_due_on, created_by, updated_by, created_at, updated_at)
     SELECT $1, t.id, t.municipality_code, $3, now(), 2027, s.serial, '後方支援-R9-' || s.serial, '{}', $4, $5, now(),
       CASE WHEN $6 THEN now() END, CASE WHEN $6 THEN now() END, '2030-03-29', $7, $7, now(), now()
     FROM teams t, (SELECT coalesce(max(serial), 0) + 1 AS serial FROM consultations WHERE team_id IS NOT NULL) s WHERE t.id = $2`,
    [id, team.id, state, title, state === 'submitted' ? null : here('secretariat').id, closed, here('officer').id],
  );
  await db.query(
    `INSERT INTO support_requests (id, team_id, kind, background, shared, answer, answered_by, search_text)
     VALUES ($1, $2, $3, $4, false, $5, $6, '')`,
    [id, team.id, kind, background, closed ? '使えます。' : null, closed ? here('secretariat').id : null],
  );
  return id;
}

const onRequest = (to: Route['to'], state: 'submitted' | 'triaged' | 'closed', body?: object): Route => ({
  to,
  own: true,
  make: async (scene) => ({ params: { id: await aRequest(scene, state) }, ...(body ? { body } : {}) }),
});

export const BACK_OFFICE: Routes = {
  'GET /teams/{id}/support': onOwnTeam(READERS),
  'GET /teams/{id}/support/hints': onOwnTeam(MEMBER),
  'POST /teams/{id}/support': onOwnTeam(MEMBER, () => ({ body: aSupportForm() })),
  'POST /teams/{id}/support/finds': onOwnTeam(MEMBER, () => ({
    body: { kind: 'scheme', found: 'measure', ref: 'm1' },
  })),
  'GET /support-requests': { to: SEEING },
  'GET /support-requests/{id}': onRequest(READERS, 'submitted'),
  'POST /support-requests/{id}/accept': onRequest(['secretariat'], 'submitted'),
  'POST /support-requests/{id}/answer': onRequest(['secretariat'], 'triaged', { text: '使えます。' }),
  'POST /support-requests/{id}/withdraw': onRequest(MEMBER, 'submitted', { reason: '解決したため' }),
  'PUT /support-requests/{id}/usefulness': onRequest(MEMBER, 'closed', { score: 4 }),
  'GET /support-usage': { to: SEEING },
  'GET /support-usage.csv': { to: SEEING },
  'PUT /support-settings': { to: ['secretariat'], make: () => ({ body: { toldAfterDays: 60 } }) },
};
