import { beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { postScene } from '../../test/post-scene.js';
import type { Undelivered } from '../contract/deliveries.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';

const db = testDatabase();
const api = testApi(db);
const scene = postScene(db);

beforeEach(() => itIs('2026-11-20T09:00'));

const undelivered = async (person: { id: string }) => (await api.as(person).get<Undelivered>('/undelivered')).body;
const settle = (person: { id: string }, id: string, note = '') =>
  api.as(person).post(`/undelivered/${id}/settle`, { note });

/** A town and its desk officer with accounts, and a case that the town hands in again and again. */
async function aCase() {
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db(), grant('desk'));
  await db().query(`UPDATE people SET password_hash = 'x'`);
  const { id } = await aConsultation(db(), town, { state: 'submitted', ownerId: desk.id });
  return { town, desk, submit: () => submit(id, town), address: `${town.id}@test.example` };
}

async function submit(id: string, actor: Actor) {
  await record(db().manager, { type: 'consultation.submit', consultationId: id, subjectId: id, actor });
  const [{ event }] = await db().query('SELECT max(id) AS event FROM events WHERE consultation_id = $1', [id]);
  await scene().notices.announce(event);
  await scene().round();
}

const no = (responseCode: number) => Object.assign(new Error('no such user'), { responseCode });

it('a refused mail is a task for the desk and the administrators, and the person concerned is told', async () => {
  const { town, desk, submit, address } = await aCase();
  const admin = await aPerson(db(), grant('admin'));
  scene().refuse((to) => (to === address ? no(550) : null));
  await submit();
  await submit();
  for (const who of [desk, admin]) {
    const { items, total, mine } = await undelivered(who);
    expect({ total, mine }).toEqual({ total: 1, mine: null });
    expect(items[0]).toMatchObject({ to: address, person: town.name, mails: 2 });
    expect(items[0]?.answer).toContain('no such user');
    expect(items[0]?.heading).toMatch(/./);
    expect(items[0]?.number).toMatch(/^新結合-R8-/);
    expect(items[0]?.consultationId === null).toBe(who === admin);
  }
  expect(await undelivered(town)).toEqual({ items: [], total: 0, mine: address });
  const ministry = await aPerson(db(), grant('ministry', { ministryId: 'meti' }));
  expect(await undelivered(ministry)).toEqual({ items: [], total: 0, mine: null });
});

it('ends when somebody notes what came of it, once, and the trail knows who', async () => {
  const { town, desk, submit, address } = await aCase();
  scene().refuse((to) => (to === address ? no(550) : null));
  await submit();
  const task = (await undelivered(desk)).items.find(({ to }) => to === address)?.mailId ?? '';
  expect((await settle(town, task, '直しました。')).status).toBe(403);
  expect((await settle(desk, task, ' ')).problem.fields).toEqual({ note: '対応の内容を入力してください' });
  expect((await settle(desk, task, '電話で確認し、アドレスを直しました。')).status).toBe(204);
  expect((await undelivered(desk)).items.map(({ to }) => to)).not.toContain(address);
  expect((await undelivered(town)).mine).toBeNull();
  expect((await settle(desk, task, 'もう一度')).problem.code).toBe('mail.settled');
  const [event] = await db().query(`SELECT actor_id, data FROM events WHERE type = 'mail.settle' AND subject_id = $1`, [
    task,
  ]);
  expect(event).toEqual({ actor_id: desk.id, data: { mails: 1 } });
});

it('ends when a later mail to the address went out', async () => {
  const { town, desk, submit, address } = await aCase();
  scene().refuse((to) => (to === address ? no(550) : null));
  await submit();
  expect((await undelivered(town)).mine).toBe(address);
  scene().refuse(() => null);
  itIs('2026-11-20T10:00');
  await submit();
  expect((await undelivered(town)).mine).toBeNull();
  expect((await undelivered(desk)).items.map(({ to }) => to)).not.toContain(address);
});

it('is nothing while the server is only busy, and no settling of a mail that went out', async () => {
  const { town, desk, submit, address } = await aCase();
  scene().refuse((to) => (to === address ? no(451) : null));
  await submit();
  expect((await undelivered(town)).mine).toBeNull();
  const [mail] = await db().query('SELECT id FROM mails WHERE recipient = $1', [`${desk.id}@test.example`]);
  expect((await settle(desk, mail.id, '届いています。')).status).toBe(404);
});

it('is no news to a person whose address was changed since', async () => {
  const { town, submit, address } = await aCase();
  scene().refuse((to) => (to === address ? no(550) : null));
  await submit();
  await db().query('UPDATE people SET email = $2 WHERE id = $1', [town.id, `new-${town.id}@test.example`]);
  expect((await undelivered(town)).mine).toBeNull();
});
