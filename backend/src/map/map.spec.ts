import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import type { ConsultationPage } from '../contract/consultations.js';
import type { GoodPractice } from '../contract/good-practices.js';
import type { MapNumbers, MapShapes } from '../contract/map.js';
import { boxOf, ringsOf } from './outline.js';

const db = testDatabase();
const api = testApi(db);
type Reader = ReturnType<typeof api.as>;
let desk: Reader;
let town: Reader;
let prefecture: Reader;

beforeAll(async () => {
  const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  town = api.as(author);
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
    expect(body.credit).toMatch(/CC BY 4\.0.*Natural Earth/);
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

describe('the map of Japan', () => {
  const rings = async (code: string) => {
    const { shapes } = (await town.get<MapShapes>('/map/shapes')).body;
    return ringsOf(shapes.find((shape) => shape.code === code)?.path ?? '').map((ring) => boxOf([ring]));
  };

  it('has 北方領土 in 北海道, east of 納沙布岬 and south of 宗谷岬', async () => {
    const islands = (await rings('01')).filter(({ x, width }) => x + width > 438);
    expect(islands.length).toBeGreaterThanOrEqual(4);
    const whole = boxOf(
      islands.map(({ x, y, width, height }) => [
        [x, y],
        [x + width, y + height],
      ]),
    );
    expect(whole.x + whole.width).toBeGreaterThan(490);
    expect(whole.y).toBeGreaterThanOrEqual(0);
  });

  it('has 奄美 in 鹿児島', async () => {
    const south = (await rings('46')).filter(({ y }) => y > 415);
    expect(south.length).toBeGreaterThanOrEqual(3);
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
