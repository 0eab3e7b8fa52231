import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import type { ConsultationPage } from '../contract/consultations.js';
import type { GoodPractice } from '../contract/good-practices.js';
import type { MapNumbers, MapShapes, PrefectureShape } from '../contract/map.js';
import type { Teams } from '../contract/teams.js';

const db = testDatabase();
const api = testApi(db);
type Reader = ReturnType<typeof api.as>;
type Person = Awaited<ReturnType<typeof aPerson>>;
let desk: Reader;
let town: Reader;
let author: Person;
let run: Person;
let prefecture: Reader;

beforeAll(async () => {
  author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  town = api.as(author);
  run = await aPerson(db(), grant('secretariat'));
  desk = api.as(await aPerson(db(), grant('desk')));
  prefecture = api.as(await aPerson(db(), grant('prefecture', { municipalityCode: '010006' })));
  await aConsultation(db(), author, { state: 'inquiring' });
  await aConsultation(db(), author, { state: 'closed' });
  await aConsultation(db(), author, { state: 'draft' });
  await aConsultation(db(), author, { state: 'inquiring', municipalityCode: NISHIIZU });
});

const look = async (reader: Reader, query = '') => (await reader.get<MapNumbers>(`/map?${query}`)).body;
const at = ({ areas }: MapNumbers, code: string) => areas.find((area) => area.code === code);

describe('the outlines', () => {
  it('are those of the 47 prefectures, light enough to stand in a page', async () => {
    const { body, text } = await town.get<MapShapes>('/map/shapes');
    const { areas } = await look(town);
    expect(body.shapes.map(({ code }) => code)).toEqual(areas.map(({ code }) => code.slice(0, 2)));
    expect(gzipSync(text).length).toBeLessThan(16_000);
    expect(body.credit).toContain('Natural Earth');
  });

  it('lie inside the drawing, 沖縄 in its frame, and bear their number inside their box', async () => {
    const { box, inset, shapes } = (await town.get<MapShapes>('/map/shapes')).body;
    for (const { code, path, label } of shapes) {
      const [x, y] = path.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
      const frame = code === '47' ? inset : box;
      for (const point of [{ x: x ?? -1, y: y ?? -1 }, label]) {
        expect(point.x).toBeGreaterThanOrEqual(frame.x);
        expect(point.x).toBeLessThanOrEqual(frame.x + frame.width);
        expect(point.y).toBeGreaterThanOrEqual(frame.y);
        expect(point.y).toBeLessThanOrEqual(frame.y + frame.height);
      }
    }
  });
});

describe('the drawing of a prefecture', () => {
  it('has a place for every municipality of the numbers beside it, and none else', async () => {
    for (const number of ['01', '13', '47']) {
      const { places } = (await town.get<PrefectureShape>(`/map/shapes/${number}`)).body;
      const { areas, prefecture: whole } = await look(town, `prefecture=${number}`);
      const towns = areas.filter(({ code }) => code !== whole?.code).map(({ code }) => code);
      expect(places.map(({ code }) => code).toSorted()).toEqual(towns);
    }
  });

  it('is asked for by a number that there is', async () => {
    expect((await town.get('/map/shapes/48')).status).toBe(404);
    expect((await town.get('/map/shapes/hokkaido')).status).toBe(404);
  });
});

describe('the numbers', () => {
  it('are those of the lists behind them, area by area', async () => {
    const practices = await look(town);
    expect(practices.total).toBe(52);
    for (const { code, count } of practices.areas) {
      const { body } = await town.get<{ items: GoodPractice[]; total: number }>(`/good-practices?prefecture=${code}`);
      expect([code, count]).toEqual([code, body.total]);
    }
    const cases = await look(desk, 'layer=consultations&state=inquiring,closed');
    expect(cases.total).toBe(3);
    for (const code of ['010006', '220001', '131130']) {
      const list = await desk.get<ConsultationPage>(`/consultations?prefecture=${code}&state=inquiring,closed`);
      expect(at(cases, code)?.count ?? 0).toBe(list.body.total);
    }
  });

  it('of teams are those of the list that the reader may read', async () => {
    const officer = await aPerson(db(), grant('officer'));
    const { roundId } = await aTeam(db(), run.id, { officers: [officer], town: author, code: KAMISHIHORO });
    await aTeam(db(), run.id, { officers: [], town: author, code: NISHIIZU, roundId });
    await aTeam(db(), run.id, { officers: [], town: author, code: '220001' });
    for (const [reader, total] of [
      [api.as(run), 3],
      [api.as(officer), 1],
    ] as const) {
      const teams = await look(reader, 'layer=teams');
      expect(teams.total).toBe(total);
      for (const { code, count } of teams.areas) {
        const { body } = await reader.get<Teams>(`/teams?prefecture=${code}`);
        expect([code, body.total]).toEqual([code, count]);
      }
      const hokkaido = await look(reader, 'layer=teams&prefecture=01');
      const { body } = await reader.get<Teams>(`/teams?municipality=${KAMISHIHORO}`);
      expect([at(hokkaido, KAMISHIHORO)?.count, body.total]).toEqual([1, 1]);
    }
    const { body } = await api.as(run).get<Teams>('/teams?year=2020');
    expect([(await look(api.as(run), 'layer=teams&year=2020')).total, body.total]).toEqual([0, 0]);
    expect((await desk.get('/map?layer=teams')).status).toBe(403);
    expect((await town.get('/map?layer=teams')).status).toBe(403);
  });

  it('count what has no place apart', async () => {
    const { items } = (await town.get<{ items: GoodPractice[] }>('/good-practices?size=100')).body;
    const placeless = items.filter(({ places }) => places.some(({ municipalityCode }) => municipalityCode === null));
    expect(placeless.length).toBeGreaterThan(0);
    expect((await look(town)).placeless).toBe(placeless.length);
  });

  it('of a prefecture are those of its municipalities and of itself', async () => {
    const hokkaido = await look(town, 'prefecture=01');
    expect(hokkaido.prefecture).toEqual({ code: '010006', name: '北海道' });
    expect(hokkaido.areas).toHaveLength(180);
    expect(at(hokkaido, KAMISHIHORO)).toMatchObject({ name: '上士幌町', count: 1, shade: 4 });
    expect(hokkaido.total).toBe(at(await look(town), '010006')?.count);
    expect((await town.get('/map?prefecture=99')).status).toBe(404);
  });

  it('follow the filters', async () => {
    expect(at(await look(desk, 'layer=consultations&prefecture=01&state=closed'), KAMISHIHORO)?.count).toBe(1);
    expect((await look(desk, 'layer=consultations&year=2025')).total).toBe(0);
    expect((await look(town, 'field=tourism')).total).toBeLessThan(52);
  });

  it('of consultations are for those who read them, and of what they read', async () => {
    expect((await look(town)).layers.map(({ key }) => key)).toEqual(['practices']);
    expect((await look(desk)).layers.map(({ key }) => key)).toEqual(['practices', 'consultations']);
    expect((await town.get('/map?layer=consultations')).status).toBe(403);
    expect((await look(prefecture, 'layer=consultations')).total).toBe(0);
    await db().query(`UPDATE consultations SET share_prefecture = true WHERE municipality_code = $1`, [KAMISHIHORO]);
    expect((await look(prefecture, 'layer=consultations')).total).toBe(2);
  });
});
