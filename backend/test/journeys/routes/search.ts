import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/contract/identity.js';
import { json, put } from '../rows.js';
import type { Scene } from '../scene.js';
import { ALL, type Call, type Routes } from './route.js';

const QUESTION = { q: '試験' };

async function aSavedSearch({ db, here }: Scene, role: Role): Promise<Call> {
  const id = await put(db, 'saved_searches', {
    ...{ person_id: here(role).id, name: randomUUID(), question: json(QUESTION), shared: false, digest: 'none' },
    created_at: '2026-11-20',
  });
  return { params: { id } };
}

/** Everybody searches and keeps searches; what is found depends on the reader. */
export const SEARCH: Routes = {
  'GET /search': { to: ALL, make: () => ({ query: QUESTION }) },
  'GET /saved-searches': { to: ALL },
  'POST /saved-searches': { to: ALL, make: () => ({ body: { name: randomUUID(), question: QUESTION } }) },
  'PUT /saved-searches/{id}': {
    to: ALL,
    own: true,
    make: async (scene, role) => ({ ...(await aSavedSearch(scene, role)), body: { name: randomUUID() } }),
  },
  'DELETE /saved-searches/{id}': { to: ALL, own: true, make: aSavedSearch },
};
