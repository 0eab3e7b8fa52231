import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { Invitation } from '../contract/identity.js';
import { signLink } from '../platform/signing.js';
import { hashPassword } from './passwords.js';

const db = testDatabase();
const api = testApi(db);
const PASSWORD = '結ぶ-musubi-2026';
const OTHER = '結び直す-musubi-2026';

beforeEach(() => itIs('2026-11-20T09:00'));

const signIn = (email: string, password: string) => api.nobody.post('/sign-in', { email, password });
const forgotten = (email: string) => api.nobody.post('/password/forgotten', { email });
const reset = (token: string, password = OTHER) => api.nobody.post('/password/reset', { token, password });

async function anAccount() {
  const person = await aPerson(db(), grant('desk'));
  await db().query('UPDATE people SET password_hash = $2 WHERE id = $1', [person.id, await hashPassword(PASSWORD)]);
  return { ...person, email: `${person.id}@test.example` };
}

async function anInvited() {
  const admin = api.as(await aPerson(db(), grant('admin')));
  const email = `${randomUUID()}@test.example`;
  const grants = [grant('municipality', { municipalityCode: KAMISHIHORO })];
  const { body } = await admin.post<{ id: string }>('/people', { email, name: '招待 花子', grants });
  return { admin, id: body.id, email };
}

/** The tokens mailed to a person, the oldest first. */
async function mailedTo(personId: string, purpose: 'invitation' | 'password'): Promise<string[]> {
  const events: { link: string }[] = await db().query(
    `SELECT data ->> 'linkId' AS link FROM events WHERE subject_id = $1 AND type = $2 ORDER BY id`,
    [personId, purpose === 'invitation' ? 'person.invite' : 'person.forgotPassword'],
  );
  return events.map(({ link }) => signLink(process.env.SECRET ?? '', purpose, link));
}
const lastTo = async (id: string, purpose: 'invitation' | 'password') => (await mailedTo(id, purpose)).at(-1) ?? '';

describe('an invitation', () => {
  const open = (token: string) => api.nobody.get<Invitation>(`/invitations/${token}`);
  const accept = (token: string, password = PASSWORD) =>
    api.nobody.post(`/invitations/${token}`, { name: '大雪 花子', password });

  it('says whom it is for, and lets in once', async () => {
    const { id, email } = await anInvited();
    const token = await lastTo(id, 'invitation');
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await open(token)).body).toEqual({
      email,
      name: '招待 花子',
      organisationLabel: '北海道上士幌町（市町村 担当者）',
    });
    expect((await accept(token, 'short')).problem.fields?.password).toMatch('12文字以上');
    expect((await accept(token)).status).toBe(204);
    expect((await signIn(email, PASSWORD)).status).toBe(204);
    expect([(await open(token)).status, (await accept(token, OTHER)).status]).toEqual([404, 404]);
    expect((await signIn(email, OTHER)).status).toBe(401);
  });

  it('lets in once, also when it is used twice at once', async () => {
    const { id } = await anInvited();
    const token = await lastTo(id, 'invitation');
    const answers = await Promise.all([accept(token), accept(token, OTHER), accept(token)]);
    expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
    expect(answers.every(({ status }) => [204, 404, 409].includes(status))).toBe(true);
  });

  it('ends after 14 days, with a newer one, and with the account', async () => {
    const { admin, id } = await anInvited();
    const first = await lastTo(id, 'invitation');
    itIs('2026-12-04T08:59');
    expect((await open(first)).status).toBe(200);
    itIs('2026-12-04T09:00');
    const late = await accept(first);
    expect([late.status, late.problem.code]).toEqual([404, 'link_ended']);

    const again = api.as(await aPerson(db(), grant('admin')));
    expect((await again.post(`/people/${id}/invitations`)).status).toBe(204);
    const second = await lastTo(id, 'invitation');
    expect((await open(second)).status).toBe(200);
    expect((await again.post(`/people/${id}/invitations`)).status).toBe(204);
    expect((await open(second)).status).toBe(404);

    const third = await lastTo(id, 'invitation');
    const person = { version: 1, name: '招待 花子', grants: [grant('desk')], disabled: true };
    expect((await again.put(`/people/${id}`, person)).status).toBe(204);
    expect([(await open(third)).status, (await accept(third)).status]).toEqual([404, 404]);
    expect((await admin.get('/me')).status).toBe(401);
  });

  it('is refused when it was not made by us, or for something else', async () => {
    const { id } = await anInvited();
    const token = await lastTo(id, 'invitation');
    const [link = '', mac = ''] = token.split('.');
    const wrong = [
      ...[link, `${link}.`, `${randomUUID()}.${mac}`, `${token}x`, `${mac}.${link}`, 'null', '..'],
      signLink('another secret that is long enough', 'invitation', link),
      signLink(process.env.SECRET ?? '', 'password', link),
      signLink(process.env.SECRET ?? '', 'survey', link),
    ];
    for (const one of wrong) expect([one, (await open(encodeURIComponent(one))).status]).toEqual([one, 404]);
    for (const one of wrong) expect([one, (await reset(one)).status]).toEqual([one, 404]);
    expect((await open(token)).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  it('does not tell who has an account', async () => {
    const account = await anAccount();
    const invited = await anInvited();
    const answers = [];
    for (const email of [account.email, 'nobody@test.example', invited.email]) answers.push(await forgotten(email));
    expect(answers.map(({ status, text }) => [status, text])).toEqual([...answers.map(() => [204, ''])]);
    expect(await mailedTo(account.id, 'password')).toHaveLength(1);
    expect(await mailedTo(invited.id, 'password')).toEqual([]);
  });

  it('is replaced once by the mailed link; every session ends, the old password too', async () => {
    const account = await anAccount();
    const [one, other] = [api.as(account), api.as(account)];
    for (const session of [one, other]) expect((await session.get('/me')).status).toBe(200);
    await forgotten(account.email.toUpperCase());
    const token = await lastTo(account.id, 'password');
    expect((await reset(token)).status).toBe(204);
    for (const session of [one, other]) expect((await session.get('/me')).status).toBe(401);
    expect((await signIn(account.email, PASSWORD)).status).toBe(401);
    expect((await signIn(account.email, OTHER)).status).toBe(204);
    expect((await reset(token, PASSWORD)).status).toBe(404);
  });

  it('opens an account that rests after failures', async () => {
    const account = await anAccount();
    for (let i = 0; i < 5; i += 1) await signIn(account.email, 'wrong wrong wrong');
    expect((await signIn(account.email, PASSWORD)).status).toBe(429);
    await forgotten(account.email);
    await reset(await lastTo(account.id, 'password'));
    expect((await signIn(account.email, OTHER)).status).toBe(204);
  });

  it('ends after two hours', async () => {
    const account = await anAccount();
    await forgotten(account.email);
    itIs('2026-11-20T11:00');
    expect((await reset(await lastTo(account.id, 'password'))).status).toBe(404);
    expect((await signIn(account.email, PASSWORD)).status).toBe(204);
  });

  it('fills nobody’s mailbox: one mail in five minutes, however often it is asked for', async () => {
    const account = await anAccount();
    await Promise.all(Array.from({ length: 10 }, () => forgotten(account.email)));
    itIs('2026-11-20T09:04');
    await forgotten(account.email);
    expect(await mailedTo(account.id, 'password')).toHaveLength(1);
    itIs('2026-11-20T09:05');
    await forgotten(account.email);
    const [first = '', second = '', ...more] = await mailedTo(account.id, 'password');
    expect(more).toEqual([]);
    expect((await reset(first)).status).toBe(404);
    expect((await reset(second)).status).toBe(204);
  });

  test.each(['', 'x', 'a@b', 'あ@test.example'])('asks for an address, not for “%s”', async (email) => {
    expect((await forgotten(email)).problem.fields?.email).toMatch('メールアドレス');
  });
});
