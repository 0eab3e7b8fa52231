import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import type { Visit, VisitCategories, Visits } from '../contract/visits.js';
import { VISIT_INVARIANTS } from './invariants.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let officer: Person;
let left: Person;
let town: Person;
let elsewhere: Person;
let teamId: string;

beforeAll(async () => {
  itIs('2027-06-10T10:00');
  const secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  officer = await aPerson(db(), grant('officer'));
  left = await aPerson(db(), grant('officer'));
  elsewhere = await aPerson(db(), grant('municipality', { municipalityCode: '221007' }));
  ({ id: teamId } = await aTeam(db(), secretariat.id, { officers: [officer, left], town }));
});

const sheet = (more: object = {}) => ({
  ...{ startsOn: '2027-06-08', endsOn: '2027-06-09', people: [officer.id], companions: '', travel: 'ministry' },
  route: [{ on: '2027-06-08', time: '13:30', place: '道の駅', purpose: '売場の聞取り' }],
  met: [{ category: 'residents', count: 5, note: '自治会' }],
  ...{ result: '', media: false, shared: false },
  ...more,
});

async function aVisit(more: object = {}): Promise<string> {
  const answer = await api
    .as(officer)
    .post<{ id: string }>(`/teams/${teamId}/visits`, { id: randomUUID(), ...sheet(more) });
  expect(answer.status).toBe(201);
  return answer.body.id;
}
const read = async (id: string) => (await api.as(town).get<Visit>(`/visits/${id}`)).body;

it('is planned once however often it is sent, and read by the whole team only', async () => {
  const id = randomUUID();
  for (const who of [officer, officer])
    expect((await api.as(who).post(`/teams/${teamId}/visits`, { id, ...sheet() })).body).toEqual({ id });
  expect((await api.as(town).get<Visits>(`/teams/${teamId}/visits`)).body.items).toMatchObject([
    { id, state: 'planned', places: ['道の駅'] },
  ]);
  expect(await read(id)).toMatchObject({
    goers: [{ personId: officer.id }],
    metLabels: [{ label: '住民', count: 5, note: '自治会' }],
    travelLabel: '所属府省庁の旅費',
    allowedActions: ['finish', 'cancel', 'edit', 'note', 'addPhoto', 'removePhoto'],
  });
  expect((await api.as(elsewhere).get(`/visits/${id}`)).status).toBe(404);
  const { met } = (await api.as(town).get<VisitCategories>('/visit-categories')).body;
  expect(met.map(({ label }) => label)).toEqual(['住民', '団体', '事業者', '学校', '庁内', 'その他']);
});

it('refuses days outside the visit, unknown codes and strangers, each beside its field', async () => {
  const stranger = await aPerson(db(), grant('officer'));
  const wrong = {
    ...sheet({ travel: 'gold', people: [stranger.id], met: [{ category: 'ghosts', count: 1, note: '' }] }),
    route: [{ on: '2027-06-20', time: '', place: '役場', purpose: '' }],
  };
  const answer = await api.as(officer).post(`/teams/${teamId}/visits`, { id: randomUUID(), ...wrong });
  expect([answer.status, Object.keys(answer.problem.fields ?? {}).sort()]).toEqual([
    422,
    ['met.0.category', 'people', 'route.0.on', 'travel'],
  ]);
});

it('shows both contents to whoever saves second, and takes the same content again as no change', async () => {
  const id = await aVisit();
  const save = (who: Person, version: number, result: string) =>
    api.as(who).put<{ version: number }>(`/visits/${id}`, { ...sheet({ result }), version });
  expect((await save(town, 1, '町の控え')).body.version).toBe(2);
  expect((await save(town, 1, '町の控え')).body.version).toBe(2);
  const second = await save(officer, 1, '支援官の控え');
  expect([second.status, second.problem.current]).toMatchObject([409, { version: 2, result: '町の控え' }]);
});

it('is done only with a result and once begun; called off only with a reason', async () => {
  const id = await aVisit();
  const step = (visit: string, name: string, body: object) =>
    api.as(officer).post(`/visits/${visit}/steps/${name}`, body);
  expect((await step(id, 'finish', { version: 1 })).problem.fields).toHaveProperty('result');
  await api.as(officer).put(`/visits/${id}`, { ...sheet({ result: '売場を一つにする' }), version: 1 });
  expect((await step(id, 'finish', { version: 1 })).status).toBe(409);
  expect((await step(id, 'finish', { version: 2 })).status).toBe(204);
  expect((await step(id, 'cancel', { version: 3, reason: '大雪' })).status).toBe(409);
  expect(await read(id)).toMatchObject({ state: 'done', allowedActions: ['edit', 'note', 'addPhoto', 'removePhoto'] });

  const ahead = await aVisit({ startsOn: '2027-07-01', endsOn: '2027-07-02', route: [], result: '先に書いた' });
  expect((await read(ahead)).allowedActions).toEqual(['cancel', 'edit', 'note', 'addPhoto', 'removePhoto']);
  expect((await step(ahead, 'finish', { version: 1 })).problem.fields).toHaveProperty('startsOn');
  expect((await step(ahead, 'cancel', { version: 1 })).problem.fields).toHaveProperty('reason');
  expect((await step(ahead, 'cancel', { version: 1, reason: '大雪' })).status).toBe(204);
  expect((await read(ahead)).allowedActions).toEqual(['removePhoto']);
});

it('takes a note of a device as often as it is sent, and never lets one text hide another', async () => {
  const id = await aVisit();
  const note = randomUUID();
  const send = (who: Person, version: number, text: string) =>
    api.as(who).put<{ version: number }>(`/visits/${id}/notes/${note}`, { version, text, shared: false });
  expect((await send(officer, 0, '畑で聞いたこと')).body.version).toBe(1);
  expect((await send(officer, 0, '畑で聞いたこと')).body.version).toBe(1);
  expect((await send(town, 1, '畑で聞いたこと（補足）')).body.version).toBe(2);
  const late = await send(officer, 1, '圏外で直したもの');
  expect([late.status, late.problem.current]).toMatchObject([409, { version: 2, text: '畑で聞いたこと（補足）' }]);
  expect((await read(id)).notes).toHaveLength(1);
  const other = await aVisit();
  const moved = await api.as(officer).put(`/visits/${other}/notes/${note}`, { version: 2, text: '別', shared: false });
  expect([moved.status, moved.problem.current]).toEqual([409, undefined]);
});

it('refuses another content under the id of a visit, and an id that another team took at once', async () => {
  const member = await aPerson(db(), grant('officer'));
  const secretariat = await aPerson(db(), grant('secretariat'));
  const there = await aTeam(db(), secretariat.id, { officers: [member], town: elsewhere, code: '221007' });
  const plan = (who: Person, team: string, id: string, more: object = {}) =>
    api.as(who).post(`/teams/${team}/visits`, { id, ...sheet({ people: [], ...more }) });
  const id = randomUUID();
  expect((await plan(officer, teamId, id)).status).toBe(201);
  expect((await plan(officer, teamId, id, { companions: '町の職員2人' })).problem.code).toBe('team.id_taken');
  expect((await api.as(officer).put(`/visits/${id}`, { version: 1, ...sheet({ companions: '県' }) })).status).toBe(200);
  expect((await plan(officer, teamId, id)).status).toBe(201);
  const both = randomUUID();
  const planned = await Promise.all([plan(officer, teamId, both), plan(member, there.id, both)]);
  expect(planned.map(({ status }) => status).sort()).toEqual([201, 409]);
  const [mine, theirs] = [randomUUID(), randomUUID()];
  await plan(officer, teamId, mine);
  await plan(member, there.id, theirs);
  for (let round = 0; round < 5; round += 1) {
    const note = randomUUID();
    const write = (who: Person, visit: string, text: string) =>
      api.as(who).put(`/visits/${visit}/notes/${note}`, { version: 0, text, shared: false });
    const written = await Promise.all([write(officer, mine, '町のメモ'), write(member, theirs, '隣のメモ')]);
    expect(written.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
});

describe('a photo', () => {
  const upload = (id: string, texts: Record<string, string>, content: Buffer, name = '畑.jpg') => {
    const form = new FormData();
    for (const [key, value] of Object.entries(texts)) form.set(key, value);
    form.set('file', new File([new Uint8Array(content)], name));
    return api.as(officer).post<{ id: string }>(`/visits/${id}/photos`, form);
  };
  const WORDS = { caption: '畑の見学', consent: '写っている2人に口頭で確認', agreed: 'true' };
  const picture = () =>
    sharp({ create: { width: 60, height: 30, channels: 3, background: '#335533' } })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 12/1 0/1' } })
      .jpeg()
      .toBuffer();

  it('is not kept without the consent of those on it, in words', async () => {
    const id = await aVisit();
    const without = await upload(id, { ...WORDS, agreed: '' }, await picture());
    const silent = await upload(id, { ...WORDS, consent: ' ' }, await picture());
    expect([without.status, Object.keys(without.problem.fields ?? {})]).toEqual([422, ['agreed']]);
    expect([silent.status, Object.keys(silent.problem.fields ?? {})]).toEqual([422, ['consent']]);
    expect((await read(id)).photos).toEqual([]);
  });

  it('loses where and with what it was taken, stands upright, and is for the team', async () => {
    const id = await aVisit();
    const taken = await picture();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const photo = (await upload(id, WORDS, taken)).body.id;
    const answer = await api.as(town).get(`/visit-photos/${photo}`);
    const kept = await sharp(answer.bytes).metadata();
    expect([kept.exif, kept.format, kept.width, kept.height]).toEqual([undefined, 'jpeg', 30, 60]);
    expect((await api.as(elsewhere).get(`/visit-photos/${photo}`)).status).toBe(404);
  });

  it.each([
    ['書類.jpg', Buffer.from('%PDF-1.7')],
    ['壊れた.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2])],
    ['写真.heic', Buffer.from('\0\0\0\x18ftypheic')],
  ])('that is none is refused: %s', async (name, content) => {
    const answer = await upload(await aVisit(), WORDS, content, name);
    expect([answer.status, answer.problem.fields?.file]).toEqual([422, expect.stringContaining(name)]);
  });

  it('is gone when it is removed', async () => {
    const id = await aVisit();
    const photo = (await upload(id, WORDS, await picture())).body.id;
    expect((await api.as(town).delete(`/visit-photos/${photo}`)).status).toBe(204);
    expect((await api.as(town).get(`/visit-photos/${photo}`)).status).toBe(404);
    const [row] = await db().query('SELECT content FROM visit_photos WHERE id = $1', [photo]);
    expect(row).toEqual({ content: null });
  });
});

it('who left the team and who is elsewhere write nothing', async () => {
  const id = await aVisit();
  await db().query("UPDATE team_members SET left_on = '2027-06-10' WHERE team_id = $1 AND person_id = $2", [
    teamId,
    left.id,
  ]);
  for (const who of [left, elsewhere]) {
    expect((await api.as(who).put(`/visits/${id}`, { ...sheet(), version: 1 })).status).toBe(404);
    const note = await api.as(who).put(`/visits/${id}/notes/${randomUUID()}`, { version: 0, text: '一', shared: true });
    expect(note.status).toBe(404);
  }
});

it('leaves nothing that must never be true', async () => {
  for (const [name, sql] of Object.entries(VISIT_INVARIANTS)) expect([name, await db().query(sql)]).toEqual([name, []]);
});
