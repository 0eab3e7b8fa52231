import { randomUUID } from 'node:crypto';
import { signLink } from '../../../src/platform/signing.js';
import { put } from '../rows.js';
import { PASSWORD, type Scene } from '../scene.js';
import { ALL, type Call, type Routes } from './route.js';

const GRANTS = [{ role: 'desk' }];
const NEW_PASSWORD = '結び直す-musubi-2026';

async function aLink({ db, aColleague }: Scene, purpose: 'invitation' | 'password', body?: object): Promise<Call> {
  const { id: person_id } = await aColleague('desk');
  const id = await put(db, 'one_time_links', { person_id, purpose, expires_at: '2099-12-31' });
  const token = signLink(process.env.SECRET ?? '', purpose, id);
  if (purpose === 'password') return { body: { token, ...body } };
  return { params: { token }, ...(body ? { body } : {}) };
}

const aPersonOf = async ({ aColleague }: Scene, body?: object): Promise<Call> => ({
  params: { id: (await aColleague('desk')).id },
  ...(body ? { body } : {}),
});

const ABSENCE = { fromOn: '2030-04-01', untilOn: '2030-04-05' };

const anAbsence = async ({ db, aColleague }: Scene): Promise<Call> => {
  const { id: person_id } = await aColleague('desk');
  return {
    params: {
      id: await put(db, 'absences', {
        person_id,
        from_on: '2030-05-01',
        until_on: '2030-05-02',
        created_by: person_id,
        created_at: '2026-11-20',
      }),
    },
  };
};

async function anInvited({ db }: Scene): Promise<Call> {
  const id = await put(db, 'people', { email: `${randomUUID()}@test.example`, name: '招待 された' });
  return { params: { id } };
}

export const IDENTITY: Routes = {
  'GET /openapi.json': { to: 'anybody' },
  'GET /health': { to: 'anybody' },
  'POST /sign-in': {
    to: 'anybody',
    make: async ({ aColleague }) => ({
      body: { email: `${(await aColleague('desk')).id}@test.example`, password: PASSWORD },
    }),
  },
  'POST /password/forgotten': { to: 'anybody', make: () => ({ body: { email: 'somebody@test.example' } }) },
  'POST /password/reset': { to: 'anybody', make: (scene) => aLink(scene, 'password', { password: NEW_PASSWORD }) },
  'GET /invitations/{token}': { to: 'anybody', make: (scene) => aLink(scene, 'invitation') },
  'POST /invitations/{token}': {
    to: 'anybody',
    make: (scene) => aLink(scene, 'invitation', { name: '招待 された', password: NEW_PASSWORD }),
  },
  'POST /sign-out': { to: ALL, endsSessions: true },
  'POST /sign-out-everywhere': { to: ALL, endsSessions: true },
  'GET /me': { to: ALL },
  'GET /me/sessions': { to: ALL },
  'POST /me/password': {
    to: ALL,
    endsSessions: true,
    make: () => ({ body: { current: PASSWORD, password: PASSWORD } }),
  },
  'GET /me/absences': { to: ALL },
  'POST /me/absences': { to: ALL, endsSessions: true, make: () => ({ body: ABSENCE }) },
  'GET /people/{id}/absences': { to: ['admin', 'manager'], make: (scene) => aPersonOf(scene) },
  'POST /people/{id}/absences': { to: ['admin', 'manager'], make: (scene) => aPersonOf(scene, ABSENCE) },
  'DELETE /absences/{id}': { to: ['admin', 'manager'], make: anAbsence },
  'GET /people': { to: ['admin'] },
  'GET /people/{id}': { to: ['admin'], make: (scene) => aPersonOf(scene) },
  'POST /people': {
    to: ['admin'],
    make: () => ({ body: { email: `${randomUUID()}@test.example`, name: '新しい 人', grants: GRANTS } }),
  },
  'PUT /people/{id}': {
    to: ['admin'],
    make: (scene) => aPersonOf(scene, { version: 1, name: '改めた 人', disabled: false, grants: GRANTS }),
  },
  'POST /people/{id}/invitations': { to: ['admin'], make: anInvited },
};
