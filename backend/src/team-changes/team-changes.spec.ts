import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { anApplication } from '../../test/application-scene.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import type { TeamChanges } from '../contract/team-changes.js';
import type { TeamPosts } from '../contract/team-posts.js';
import type { Team } from '../contract/teams.js';
import { addresseesOf } from '../notifications/recipients.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let town: Person;
let officer: Person;
let other: Person;
let secretariat: Person;
let id: string;
let roundId: string;

beforeAll(async () => {
  itIs('2027-04-15T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
});
beforeEach(async () => {
  itIs('2027-04-15T10:00');
  [officer, other] = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
  ({ id, roundId } = await aTeam(db(), secretariat.id, { officers: [officer, other], town }));
  await db().query(`UPDATE people SET password_hash = 'x'`);
});

const team = async () => (await api.as(secretariat).get<Team>(`/teams/${id}`)).body;
const memberOf = async (person: Person) => (await team()).members.find(({ personId }) => personId === person.id)?.id;
const changes = async () => (await api.as(secretariat).get<TeamChanges>(`/teams/${id}/changes`)).body;
const leaving = (change: object = {}) => ({
  ...{ leftOn: '2027-09-01', reason: '人事異動', handOver: '交通の資料は共有済み', successor: '' },
  ...change,
});

async function anOfficer(agreed: boolean, ministry = 'env') {
  const person = await aPerson(db(), grant('officer'));
  const { id: application } = await anApplication(db(), roundId, person.id, { kind: 'officer', state: 'submitted' });
  await db().query('UPDATE applications SET ministry_id = $2 WHERE id = $1', [application, ministry]);
  await db().query(
    `INSERT INTO consents (application_id, superior, address, asked_at, answered_at, agreed, reason)
     VALUES ($1, '課長', 'kacho@ministries.example', now(), now(), $2, '業務の都合')`,
    [application, agreed],
  );
  return { person, application };
}

it('one joins, another leaves: the promises go to the successor, and who left reads no more', async () => {
  itIs('2027-09-01T10:00');
  await api.as(officer).post(`/teams/${id}/promises`, {
    ...{ id: randomUUID(), text: '事例を調べる', owner: officer.id, dueOn: '2027-10-01' },
  });
  const { person, application } = await anOfficer(true);
  expect((await changes()).items.map(({ applicationId }) => applicationId)).toEqual([application]);
  const join = { applicationId: application, sameMinistry: false };
  expect((await api.as(secretariat).post(`/teams/${id}/members`, join)).status).toBe(204);
  expect((await api.as(secretariat).post(`/teams/${id}/members`, join)).status).toBe(422);
  const leave = async (change: object) =>
    api.as(secretariat).post(`/team-members/${await memberOf(officer)}/leave`, leaving(change));
  expect(Object.keys((await leave({})).problem.fields ?? {})).toEqual(['successor']);
  expect(Object.keys((await leave({ leftOn: '2027-09-02' })).problem.fields ?? {})).toEqual(['leftOn']);
  expect((await leave({ successor: person.id })).status).toBe(204);
  expect((await leave({ successor: person.id })).status).toBe(409);
  expect((await api.as(officer).get(`/teams/${id}`)).status).toBe(404);
  const { items } = (await api.as(person).get<{ items: { text: string }[] }>('/me/promises')).body;
  expect(items.map(({ text }) => text)).toEqual(['事例を調べる']);
  const left = (await team()).members.find(({ personId }) => personId === officer.id);
  expect(left).toMatchObject({ leftOn: '2027-09-01', leavingReason: '人事異動', handOver: '交通の資料は共有済み' });
});

it('tells those who stay, the town, and who left', async () => {
  itIs('2027-09-01T10:00');
  const member = await memberOf(officer);
  await api.as(secretariat).post(`/team-members/${member}/leave`, leaving());
  const heard = async (to: 'teamMembers' | 'teamTown' | 'formerMember', subject_id: string) =>
    (await addresseesOf(db().manager, to, { consultation_id: null, subject_id }, 'team', '2027-09-01')).map(
      ({ person_id }) => person_id,
    );
  expect(await heard('teamMembers', id)).toEqual([other.id]);
  expect(await heard('teamTown', id)).toEqual([town.id]);
  expect(await heard('formerMember', member ?? '')).toEqual([officer.id]);
  await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [town.id]);
  const colleague = await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO }));
  await db().query(`UPDATE people SET password_hash = 'x' WHERE id = $1`, [colleague.id]);
  expect(await heard('teamTown', id)).toEqual([colleague.id]);
  await db().query('UPDATE people SET disabled_at = NULL WHERE id = $1', [town.id]);
});

it('offers only officers in no team whose superior agrees, and asks before two of one ministry', async () => {
  await anOfficer(false);
  const { application } = await anOfficer(true, 'mlit');
  expect((await changes()).items).toMatchObject([{ applicationId: application, sameMinistry: true }]);
  const join = (sameMinistry: boolean) =>
    api.as(secretariat).post(`/teams/${id}/members`, { applicationId: application, sameMinistry });
  expect(Object.keys((await join(false)).problem.fields ?? {})).toEqual(['sameMinistry']);
  expect((await join(true)).status).toBe(204);
  for (const who of [officer, town]) expect((await api.as(who).get(`/teams/${id}/changes`)).status).toBe(403);
});

it('two teams do not take the same officer at once', async () => {
  const second = await aTeam(db(), secretariat.id, {
    ...{ officers: [await aPerson(db(), grant('officer'))], town, code: '223069', roundId },
  });
  const { application } = await anOfficer(true);
  const answers = await Promise.all(
    [id, second.id].map((one) =>
      api.as(secretariat).post(`/teams/${one}/members`, { applicationId: application, sameMinistry: true }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
});

it('the last one stays', async () => {
  itIs('2027-09-01T10:00');
  await api.as(secretariat).post(`/team-members/${await memberOf(officer)}/leave`, leaving());
  const refused = await api.as(secretariat).post(`/team-members/${await memberOf(other)}/leave`, leaving());
  expect([refused.status, refused.problem.code]).toEqual([409, 'team.last_member']);
});

it('two who leave at once do not leave an empty team', async () => {
  itIs('2027-09-01T10:00');
  const members = [await memberOf(officer), await memberOf(other)];
  const answers = await Promise.all(
    members.map((one) => api.as(secretariat).post(`/team-members/${one}/leave`, leaving())),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

it('whoever left, or whose year ended, while waiting for the team writes nothing', async () => {
  const waits = async (meanwhile: string, given: unknown[]) => {
    const holder = db().createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM teams WHERE id = $1 FOR UPDATE', [id]);
    await holder.query(meanwhile, given);
    const post = api.as(officer).post(`/teams/${id}/posts`, { id: randomUUID(), body: '間に合いますか。' });
    await untilWaiting();
    await holder.commitTransaction();
    await holder.release();
    return (await post).status;
  };
  expect(await waits(`UPDATE rounds SET state = 'ended' WHERE id = $1`, [roundId])).toBe(403);
  await db().query(`UPDATE rounds SET state = 'running' WHERE id = $1`, [roundId]);
  const left = 'UPDATE team_members SET left_on = joined_on WHERE team_id = $1 AND person_id = $2';
  expect(await waits(left, [id, officer.id])).toBe(404);
});

/** Until somebody stands before a lock. */
async function untilWaiting(): Promise<void> {
  const waiting = `SELECT count(*)::int AS many FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (;;) {
    const [{ many }]: [{ many: number }] = await db().query(waiting);
    if (many > 0) return;
  }
}

it('a team talks: the newest first, once however often it is sent, and only the own is withdrawn', async () => {
  const post = (who: Person, key: string, body: string) => api.as(who).post(`/teams/${id}/posts`, { id: key, body });
  const [first, second] = [randomUUID(), randomUUID()];
  await post(officer, first, '資料を見ました。');
  await post(officer, first, '資料を見ました。');
  itIs('2027-04-15T10:05');
  await post(town, second, 'ありがとうございます。');
  const list = async (who: Person) => (await api.as(who).get<TeamPosts>(`/teams/${id}/posts`)).body;
  expect((await list(town)).items.map(({ body, mayWithdraw }) => [body, mayWithdraw])).toEqual([
    ['ありがとうございます。', true],
    ['資料を見ました。', false],
  ]);
  expect((await api.as(town).post(`/team-posts/${first}/withdraw`)).status).toBe(403);
  expect((await api.as(officer).post(`/team-posts/${first}/withdraw`)).status).toBe(204);
  expect((await list(town)).items.at(-1)).toMatchObject({ body: null, by: officer.name });
  expect((await list(await aPerson(db(), grant('manager')))).mayPost).toBe(false);
});
