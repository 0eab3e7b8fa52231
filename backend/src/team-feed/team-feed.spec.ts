import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { aDoneVisit } from '../../test/visit-scene.js';
import type { TeamFeed } from '../contract/team-feed.js';
import { DigestFeed } from './digest-feed.job.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let officer: Person;
let neighbour: Person;
let here: string;
let there: string;

beforeAll(async () => {
  itIs('2027-06-10T10:00'); // a Thursday
  const secretariat = await aPerson(db(), grant('secretariat'));
  officer = await aPerson(db(), grant('officer'));
  neighbour = await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU }));
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  ({ id: here } = await aTeam(db(), secretariat.id, { officers: [officer], town }));
  const other = await aPerson(db(), grant('officer'));
  ({ id: there } = await aTeam(db(), secretariat.id, { officers: [other], town: neighbour, code: NISHIIZU }));
});

const read = async (who: Person, query = '') => (await api.as(who).get<TeamFeed>(`/team-feed${query}`)).body;

it('has what writers marked, and nobody’s name', async () => {
  await aDoneVisit(db(), here, officer.id, '2027-06-08', { result: '内輪の結果' });
  const shared = await aDoneVisit(db(), here, officer.id, '2027-06-09', { result: '直売所を一つにした', shared: true });
  const note = (text: string, share: boolean) =>
    api.as(officer).put(`/visits/${shared}/notes/${randomUUID()}`, { version: 0, text, shared: share });
  await note('内輪のメモ', false);
  await note('共有するメモ', true);
  const feed = await read(neighbour);
  expect(feed.items.map(({ kind, text }) => [kind, text]).sort()).toEqual([
    ['note', '共有するメモ'],
    ['visit', '直売所を一つにした'],
  ]);
  expect(JSON.stringify(feed)).not.toContain(officer.name);
  expect((await read(neighbour, '?kind=note')).total).toBe(1);
  const [field] = feed.fields;
  expect((await read(neighbour, `?field=${field?.code}`)).total).toBe(2);
  expect((await read(neighbour, '?field=none')).total).toBe(0);
});

it('has decisions of 会議 that were held and the newest theme, where their writer marked them', async () => {
  const held = { startsAt: '2027-06-08T00:30:00+09:00', minutes: 60, url: '', place: '役場', promises: [] };
  const texts = { decisions: '停留所を一つ移す', notes: '内輪の要旨' };
  const { id } = (await api.as(officer).post<{ id: string }>(`/teams/${here}/meetings/held`, { ...held, texts })).body;
  const shown = async (kind: string) => (await read(neighbour, `?kind=${kind}`)).items;
  expect(await shown('decision')).toEqual([]);
  const share = (shared?: boolean) => api.as(officer).post(`/team-meetings/${id}/record`, { shared });
  await share(true);
  await share();
  expect(await shown('decision')).toMatchObject([{ day: '2027-06-08', text: '停留所を一つ移す' }]);
  await share(false);
  expect(await shown('decision')).toEqual([]);
  const write = (version: number, theme: string, shared: boolean) =>
    api.as(officer).put(`/teams/${here}/theme`, { version, theme, goal: '通院に困らない', plan: '内輪の計画', shared });
  await write(0, '町の足', true);
  await write(1, '通院の足', true);
  expect((await shown('theme')).map(({ text }) => text)).toEqual(['通院の足\n通院に困らない']);
  await write(2, '通院の足', false);
  expect(await shown('theme')).toEqual([]);
});

it('is for those with a team', async () => {
  const without = await aPerson(db(), grant('officer'));
  expect((await api.as(without).get('/team-feed')).status).toBe(403);
  expect((await api.as(await aPerson(db(), grant('desk'))).get('/team-feed')).status).toBe(403);
});

it('is told of once a week, to those who did not write it', async () => {
  const digest = () => api.app().get(DigestFeed, { strict: false }).run();
  const told = () =>
    db().query("SELECT subject_id AS team, data FROM events WHERE type = 'teamFeed.digest' ORDER BY id") as Promise<
      object[]
    >;
  await digest();
  expect(await told()).toEqual([]);
  itIs('2027-06-14T00:10');
  await Promise.all([digest(), digest()]);
  itIs('2027-06-17T10:00');
  await digest();
  expect(await told()).toEqual([{ team: there, data: { week: '2027-06-14', entries: 2 } }]);
  itIs('2027-06-21T10:00');
  await digest();
  expect(await told()).toHaveLength(1);
});

it('is told of after weeks in which nobody told, once and of four weeks at most', async () => {
  const digest = () => api.app().get(DigestFeed, { strict: false }).run();
  const told = async () =>
    (
      await db().query(`SELECT data FROM events WHERE type = 'teamFeed.digest' AND subject_id = $1 ORDER BY id`, [
        there,
      ])
    )
      .map(({ data }: { data: object }) => data)
      .slice(1);
  const share = (day: string) => {
    itIs(`${day}T10:00`);
    return aDoneVisit(db(), here, officer.id, day, { result: '共有した結果', shared: true });
  };
  await share('2027-06-23');
  itIs('2027-07-07T10:00'); // the worker was down in the whole week of 28 June
  await Promise.all([digest(), digest()]);
  await digest();
  expect(await told()).toEqual([{ week: '2027-07-05', entries: 1 }]);
  await share('2027-07-07');
  await share('2027-08-05');
  itIs('2027-08-23T10:00');
  await digest();
  itIs('2027-08-30T10:00');
  await digest();
  expect((await told()).slice(1)).toEqual([{ week: '2027-08-23', entries: 1 }]);
});
