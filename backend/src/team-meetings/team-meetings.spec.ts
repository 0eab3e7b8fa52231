import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { postScene } from '../../test/post-scene.js';
import { aTeam } from '../../test/team-scene.js';
import type { Presence, SharedTexts, TeamMeeting, TeamMeetings, TeamPromises } from '../contract/team-meetings.js';

const db = testDatabase();
const api = testApi(db);
const post = postScene(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let town: Person;
let officer: Person;
let other: Person;
let secretariat: Person;
let teamId: string;

beforeAll(async () => {
  itIs('2027-04-15T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
});
beforeEach(async () => {
  itIs('2027-04-15T10:00');
  [officer, other] = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
  ({ id: teamId } = await aTeam(db(), secretariat.id, { officers: [officer, other], town }));
  await db().query(`UPDATE people SET password_hash = 'x'`);
});

const PLAN = {
  startsAt: '2027-04-20T10:00:00+09:00',
  minutes: 60,
  url: 'https://meet.example/room',
  place: '',
  agenda: '顔合わせ',
};
const aMeeting = async (change: object = {}) =>
  (await api.as(officer).post<{ id: string }>(`/teams/${teamId}/meetings`, { ...PLAN, ...change })).body.id;
const get = async (id: string, who = town) => (await api.as(who).get<TeamMeeting>(`/team-meetings/${id}`)).body;
const promise = (change: object = {}) => ({
  id: randomUUID(),
  text: '運行の資料を送る',
  owner: 'town',
  dueOn: '2027-05-10',
  ...change,
});

it('is planned for both sides, who read it; others do not know of it', async () => {
  const id = await aMeeting();
  expect(await get(id)).toMatchObject({
    state: 'planned',
    minutes: 60,
    texts: { agenda: { version: 1, body: '顔合わせ' } },
  });
  const list = (await api.as(town).get<TeamMeetings>(`/teams/${teamId}/meetings`)).body;
  expect([list.total, list.next?.id, list.mayWrite]).toEqual([1, id, true]);
  const stranger = await aPerson(db(), grant('officer'));
  expect((await api.as(stranger).get(`/team-meetings/${id}`)).status).toBe(404);
  const manager = await aPerson(db(), grant('manager'));
  expect((await get(id, manager)).allowedActions).toEqual([]);
});

it('takes only addresses of https, and days ahead', async () => {
  const at = (change: object) => api.as(officer).post(`/teams/${teamId}/meetings`, { ...PLAN, ...change });
  for (const url of ['http://meet.example', 'javascript:alert(1)', 'meet']) {
    expect(Object.keys((await at({ url })).problem.fields ?? {})).toEqual(['url']);
  }
  expect(Object.keys((await at({ startsAt: '2027-04-14T10:00:00+09:00' })).problem.fields ?? {})).toEqual(['startsAt']);
});

it('invites by mail with a calendar file that a change replaces and a cancellation withdraws', async () => {
  const id = await aMeeting();
  await api.as(town).put(`/team-meetings/${id}/plan`, { ...PLAN, version: 1, startsAt: '2027-04-21T13:00:00+09:00' });
  const stale = await api.as(officer).put(`/team-meetings/${id}/plan`, { ...PLAN, version: 1 });
  expect(stale.status).toBe(409);
  await api.as(officer).post(`/team-meetings/${id}/cancel`, { version: 2, reason: '議会と重なったため' });
  const events: { id: string }[] = await db().query(
    `SELECT id FROM events WHERE subject_id = $1 AND type LIKE 'teamMeeting.%' ORDER BY id`,
    [teamId],
  );
  for (const event of events) {
    await post().notices.announce(event.id);
    await post().round();
  }
  const mails = (await post().received()).filter(({ to }) => to?.[0]?.address === `${town.id}@test.example`);
  const files = mails.map(({ attachments }) => new TextDecoder().decode(attachments[0]?.content as ArrayBuffer));
  expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual(['CANCEL', 'CANCEL', 'CANCEL']);
  expect(files[2]).toContain('SEQUENCE:2');
  expect(files[2]).toContain(`UID:${id}@musubi.example`);
  const people = new Set((await post().received()).map(({ to }) => to?.[0]?.address));
  expect(people).toEqual(new Set([town, officer, other].map((one) => `${one.id}@test.example`)));
  expect(mails[0]?.text).toContain(`/teams/${teamId}/meetings/${id}`);
  expect(mails[0]?.text).not.toContain('meet.example/room');
});

it('saves each text on its own; a stale one is shown what stands there, and a lost answer may be asked for again', async () => {
  const id = await aMeeting();
  const write = (who: Person, field: string, version: number, body: string) =>
    api.as(who).put<{ version: number }>(`/team-meetings/${id}/texts/${field}`, { version, body });
  expect((await write(officer, 'notes', 1, '支援官の要旨')).body.version).toBe(2);
  expect((await write(town, 'decisions', 1, '団体の決定')).body.version).toBe(2);
  expect((await write(officer, 'notes', 1, '支援官の要旨')).body.version).toBe(2);
  const stale = await write(town, 'notes', 1, '団体の要旨');
  expect([stale.status, stale.problem.current]).toMatchObject([
    409,
    { version: 2, body: '支援官の要旨', savedBy: officer.name },
  ]);
  expect((await get(id)).texts).toMatchObject({ notes: { body: '支援官の要旨' }, decisions: { body: '団体の決定' } });
});

it('of twenty writers at once each either saves or is shown what stands there', async () => {
  const id = await aMeeting();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      api.as(i % 2 ? town : officer).put(`/team-meetings/${id}/texts/notes`, { version: 1, body: `文${i}` }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status, problem }) => status === 409 && problem.current)).toHaveLength(19);
});

it('says who else has it open, and in which text they write', async () => {
  const id = await aMeeting();
  const present = async (who: Person, field: string | null) =>
    (await api.as(who).put<Presence>(`/team-meetings/${id}/presence`, { field })).body;
  expect((await present(officer, 'notes')).others).toEqual([]);
  expect((await present(town, null)).others).toEqual([{ name: officer.name, field: 'notes' }]);
  itIs('2027-04-15T10:01');
  expect((await present(town, null)).others).toEqual([]);
});

it('is recorded in one entry: texts, promises and that it was held; what is sent twice is there once', async () => {
  const id = await aMeeting();
  const entry = {
    texts: { notes: { version: 1, body: '要旨' }, decisions: { version: 1, body: '決定' } },
    promises: [promise(), promise({ text: '事例を調べる', owner: officer.id, dueOn: '2027-04-30' })],
  };
  const record = () => api.as(town).post(`/team-meetings/${id}/record`, entry);
  expect((await record()).status).toBe(409);
  itIs('2027-04-20T11:00');
  expect((await record()).status).toBe(204);
  expect((await record()).status).toBe(204);
  const held = await get(id);
  expect([held.state, held.promises.map(({ text, owner }) => [text, owner])]).toEqual([
    'held',
    [
      ['事例を調べる', officer.name],
      ['運行の資料を送る', '北海道上士幌町'],
    ],
  ]);
  const [{ recorded }] = await db().query(
    `SELECT count(*)::int AS recorded FROM events WHERE subject_id = $1 AND type = 'teamMeeting.record'`,
    [teamId],
  );
  expect(recorded).toBe(1);
});

it('keeps nothing of an entry whose text somebody wrote meanwhile, and shows all that stands there', async () => {
  const id = await aMeeting();
  itIs('2027-04-20T11:00');
  await api.as(officer).put(`/team-meetings/${id}/texts/notes`, { version: 1, body: '先の要旨' });
  const entry = { texts: { notes: { version: 1, body: '後の要旨' } }, promises: [promise()] };
  const refused = await api.as(town).post(`/team-meetings/${id}/record`, entry);
  expect(refused.status).toBe(409);
  expect((refused.problem.current as { texts: SharedTexts }).texts.notes).toMatchObject({
    version: 2,
    body: '先の要旨',
  });
  expect(await get(id)).toMatchObject({ state: 'planned', promises: [] });
});

it('may be recorded though nobody had planned it', async () => {
  const entry = { ...PLAN, startsAt: '2027-04-14T10:00:00+09:00', texts: { notes: '急な相談' }, promises: [promise()] };
  const { body } = await api.as(town).post<{ id: string }>(`/teams/${teamId}/meetings/held`, entry);
  expect(await get(body.id)).toMatchObject({ state: 'held', openPromises: 1, texts: { notes: { body: '急な相談' } } });
});

it('a promise is of somebody in the team or of the town, and in the work of who owes it', async () => {
  const add = (owner: string) => api.as(town).post(`/teams/${teamId}/promises`, promise({ owner }));
  const stranger = await aPerson(db(), grant('officer'));
  expect(Object.keys((await add(stranger.id)).problem.fields ?? {})).toEqual(['owner']);
  await add(officer.id);
  await add('town');
  const mine = async (who: Person) =>
    (await api.as(who).get<TeamPromises>('/me/promises')).body.items.filter((one) => one.teamId === teamId);
  expect([await mine(officer), await mine(other), await mine(town)].map(({ length }) => length)).toEqual([1, 0, 1]);
  const [owed] = await mine(officer);
  itIs('2027-05-11T09:00');
  expect((await mine(officer))[0]?.overdue).toBe(true);
  expect((await api.as(stranger).post(`/promises/${owed?.id}/finish`)).status).toBe(404);
  expect((await api.as(town).post(`/promises/${owed?.id}/finish`)).status).toBe(204);
  expect((await api.as(town).post(`/promises/${owed?.id}/finish`)).status).toBe(409);
  expect(await mine(officer)).toEqual([]);
  expect((await api.as(officer).post(`/promises/${owed?.id}/reopen`)).status).toBe(204);
  expect(await mine(officer)).toHaveLength(1);
});

it('a promise under the id of another one, of this team or another, is refused; the very same again is no change', async () => {
  const one = promise();
  const add = (who: Person, team: string, change: object = {}) =>
    api.as(who).post(`/teams/${team}/promises`, { ...one, ...change });
  expect((await add(officer, teamId)).status).toBe(204);
  const stranger = await aPerson(db(), grant('officer'));
  const { id: elsewhere } = await aTeam(db(), secretariat.id, { officers: [stranger], town });
  const refused = [
    await add(stranger, elsewhere),
    await add(officer, teamId, { text: '別の約束' }),
    await add(officer, teamId, { owner: officer.id }),
    await add(officer, teamId, { dueOn: '2027-05-11' }),
  ];
  expect(refused.map(({ status, problem }) => [status, problem.code])).toEqual(Array(4).fill([409, 'team.id_taken']));
  const entry = { ...PLAN, startsAt: '2027-04-14T10:00:00+09:00', texts: { notes: '別の会議' }, promises: [one] };
  expect((await api.as(officer).post(`/teams/${teamId}/meetings/held`, entry)).status).toBe(409);
  expect((await api.as(town).get<TeamMeetings>(`/teams/${teamId}/meetings`)).body.total).toBe(0);
  expect((await add(officer, teamId)).status).toBe(204);
  expect((await api.as(town).get<TeamPromises>(`/teams/${teamId}/promises`)).body.total).toBe(1);
});

it('another entry for the same time and place is refused, not dropped; the same again is no change', async () => {
  const at = '2027-04-14T10:00:00+09:00';
  const held = (texts: object, promises: object[] = []) =>
    api.as(officer).post<{ id: string }>(`/teams/${teamId}/meetings/held`, { ...PLAN, startsAt: at, texts, promises });
  const { id } = (await held({ notes: '要旨' })).body;
  expect((await held({ notes: '要旨', decisions: '後から足した決定' })).problem.code).toBe('teamMeeting.exists');
  expect((await held({ notes: '要旨' }, [promise()])).body.id).toBe(id);
  expect((await get(id)).openPromises).toBe(1);
  expect((await api.as(officer).post(`/teams/${teamId}/meetings`, PLAN)).status).toBe(201);
  expect((await api.as(officer).post(`/teams/${teamId}/meetings`, { ...PLAN, agenda: '別' })).status).toBe(409);
});
