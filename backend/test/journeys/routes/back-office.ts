import { aSupportForm, aSupportRequest } from '../../support-scene.js';
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
async function aRequest({ db, here }: Scene, state: 'submitted' | 'triaged' | 'closed'): Promise<string> {
  const company = { officers: [here('officer')], town: here('municipality') };
  const { id } = await aTeam(db, here('secretariat').id, company);
  return aSupportRequest(db, id, { state, by: here('officer').id, owner: here('secretariat').id });
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
