import { beforeEach, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { Me } from '../contract/identity.js';
import { hashPassword } from './passwords.js';
import { lockMinutes } from './sign-in.service.js';

const db = testDatabase();
const api = testApi(db);
const PASSWORD = '結ぶ-musubi-2026';

beforeEach(() => {
  itIs('2026-11-20T09:00');
});

async function anAccount() {
  const person = await aPerson(db(), grant('desk'));
  await db().query('UPDATE people SET password_hash = $2 WHERE id = $1', [person.id, await hashPassword(PASSWORD)]);
  const email = `${person.id}@test.example`;
  return { ...person, email, signIn: (password: string) => api.nobody.post('/sign-in', { email, password }) };
}

test.each([
  [4, 0],
  [5, 1],
  [6, 2],
  [8, 8],
  [20, 60],
])('after %i failures the account rests for %i minutes', (failures, minutes) => {
  expect(lockMinutes(failures)).toBe(minutes);
});

it('opens a session with a cookie that scripts cannot read', async () => {
  const account = await anAccount();
  const answer = await account.signIn(PASSWORD);
  expect(answer.status).toBe(204);
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/);
  expect(String(answer.headers['set-cookie'])).toMatch(/SameSite=Lax/);
});

it('says the same to a wrong password and an unknown address', async () => {
  const account = await anAccount();
  const wrong = await account.signIn('wrong wrong wrong');
  const unknown = await api.nobody.post('/sign-in', { email: 'nobody@test.example', password: 'wrong wrong wrong' });
  expect(wrong.status).toBe(401);
  expect(unknown.problem).toEqual(wrong.problem);
});

it('locks after five failures, even with the right password, and lets in again later', async () => {
  const account = await anAccount();
  for (let i = 0; i < 5; i += 1) await account.signIn('wrong wrong wrong');
  expect((await account.signIn(PASSWORD)).status).toBe(429);
  itIs('2026-11-20T09:02');
  expect((await account.signIn(PASSWORD)).status).toBe(204);
});

it('ends idle sessions, and all sessions at once', async () => {
  const person = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = api.as(person);
  const other = api.as(person);
  expect((await desk.get<Me>('/me')).body.organisationLabel).toBe('北海道上士幌町');
  expect((await other.get('/me')).status).toBe(200);
  expect((await desk.post('/sign-out-everywhere')).status).toBe(204);
  expect((await other.get('/me')).status).toBe(401);

  const idle = api.as(person);
  expect((await idle.get('/me')).status).toBe(200);
  itIs('2026-11-20T10:02');
  expect((await idle.get('/me')).status).toBe(401);
});

it('is closed to those without a session, and to other sites', async () => {
  expect((await api.nobody.get('/me')).status).toBe(401);
  expect((await api.nobody.get('/people')).status).toBe(401);
});
