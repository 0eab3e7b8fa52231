import { beforeEach, describe, expect, it, test } from '@jest/globals';
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

it('locks an address that nobody has in the same way, so that the lock tells nothing', async () => {
  const account = await anAccount();
  const stranger = (password: string) => api.nobody.post('/sign-in', { email: 'stranger@test.example', password });
  for (let i = 0; i < 5; i += 1) {
    const answers = [await account.signIn('wrong wrong wrong'), await stranger('wrong wrong wrong')];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  }
  const locked = await account.signIn('wrong wrong wrong');
  expect(locked.status).toBe(429);
  expect((await stranger('wrong wrong wrong')).problem).toEqual(locked.problem);
});

it('does not let the right password in when the account was locked while it was checked', async () => {
  const account = await anAccount();
  await account.signIn('wrong wrong wrong');
  const other = db().createQueryRunner();
  await other.startTransaction();
  await other.query(`UPDATE failed_sign_ins SET locked_until = '2026-11-20T09:05+09:00' WHERE email = $1`, [
    account.email,
  ]);
  const answer = account.signIn(PASSWORD);
  await untilSomebodyWaits();
  await other.commitTransaction();
  await other.release();
  expect((await answer).status).toBe(429);
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

it('ends twelve hours after the sign-in, however busy', async () => {
  const busy = api.as(await aPerson(db(), grant('desk')));
  for (let minutes = 0; minutes < 12 * 60; minutes += 45) {
    itIs(later(minutes));
    expect((await busy.get('/me')).status).toBe(200);
  }
  itIs(later(12 * 60));
  expect((await busy.get('/me')).status).toBe(401);
});

it('ends with the sign-out, for whoever keeps the cookie too', async () => {
  const account = await anAccount();
  const [here, elsewhere] = [api.as(account), api.as(account)];
  expect((await here.post('/sign-out')).status).toBe(204);
  expect((await here.get('/me')).status).toBe(401);
  expect((await elsewhere.get('/me')).status).toBe(200);
});

it('ends at once when the account is suspended or gets other roles', async () => {
  const admin = api.as(await aPerson(db(), grant('admin')));
  const account = await anAccount();
  const input = { version: 1, name: '窓口 太郎', grants: [grant('desk'), grant('manager')], disabled: false };
  const before = api.as(account);
  expect((await before.get('/me')).status).toBe(200);
  expect((await admin.put(`/people/${account.id}`, input)).status).toBe(204);
  expect((await before.get('/me')).status).toBe(401);
  expect((await account.signIn(PASSWORD)).status).toBe(204);
  const suspended = { ...input, version: 2, disabled: true };
  expect((await admin.put(`/people/${account.id}`, suspended)).status).toBe(204);
  expect((await account.signIn(PASSWORD)).status).toBe(401);
});

it('shows the own sessions, only those that still let in', async () => {
  const account = await anAccount();
  await account.signIn(PASSWORD);
  itIs('2026-11-20T10:01');
  const now = api.as(account);
  const { body } = await now.get<{ items: { current: boolean }[] }>('/me/sessions');
  expect(body.items.map(({ current }) => current)).toEqual([true]);
});

it('changes the own password only with the present one, and ends the other sessions', async () => {
  const account = await anAccount();
  const [here, elsewhere] = [api.as(account), api.as(account)];
  expect((await elsewhere.get('/me')).status).toBe(200);
  const change = (current: string) => here.post('/me/password', { current, password: '結び直す-musubi-2026' });
  expect((await change('wrong wrong wrong')).problem.fields?.current).toMatch('違います');
  expect((await elsewhere.get('/me')).status).toBe(200);
  expect((await change(PASSWORD)).status).toBe(204);
  expect([(await here.get('/me')).status, (await elsewhere.get('/me')).status]).toEqual([200, 401]);
  expect((await account.signIn(PASSWORD)).status).toBe(401);
});

test.each(['/sign-in', '/password/forgotten', '/password/reset', '/invitations/x'])(
  '%s is for a whole town hall behind one address, not for a machine that guesses',
  async (path) => {
    const from = (address: string) => {
      const headers = { 'x-forwarded-for': address };
      return api.app().inject({ method: 'POST', url: `/api${path}`, headers, payload: {} });
    };
    const statuses = [];
    for (let i = 0; i < 300; i += 1) statuses.push((await from('192.0.2.1')).statusCode);
    expect(statuses).not.toContain(429);
    const refused = await from('192.0.2.1');
    expect([refused.statusCode, refused.json().detail]).toEqual([429, expect.stringMatching('待って')]);
    expect((await from('192.0.2.2')).statusCode).not.toBe(429);
  },
);

describe('where browsers come by https', () => {
  const secure = testApi(db, { BASE_URL: 'https://musubi.example' });

  it('the cookie travels by https only', async () => {
    const { email } = await anAccount();
    const answer = await secure.nobody.post('/sign-in', { email, password: PASSWORD });
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure/);
    const plain = await api.nobody.post('/sign-in', { email, password: PASSWORD });
    expect(String(plain.headers['set-cookie'])).not.toMatch(/; Secure/);
  });
});

const later = (minutes: number) =>
  new Date(Date.parse('2026-11-20T09:00Z') + minutes * 60_000).toISOString().slice(0, 16);

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [{ waiting }] = await db().query(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting > 0) return;
  }
}
