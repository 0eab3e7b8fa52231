import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { Measure, MeasurePage } from '../contract/measures.js';

const db = testDatabase();
const api = testApi(db);
let town: ReturnType<typeof api.as>;
let admin: ReturnType<typeof api.as>;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
  admin = api.as(await aPerson(db(), grant('admin')));
});

const list = async (query: string) => (await town.get<MeasurePage>(`/measures?${query}`)).body;

describe('the catalogue', () => {
  test.each([
    ['', 1078],
    ['edition=R7', 331],
    ['edition=R4', 747],
    ['edition=R7&node=A', 116],
    ['edition=R7&node=a', 16],
    ['edition=R7&node=N', 19],
    ['edition=R7&node=N2', 6],
    ['open=true', 0],
    [`edition=R7&q=${encodeURIComponent('農泊　インバウンド')}`, 1],
    [`q=${encodeURIComponent('ｲﾝﾊﾞｳﾝﾄﾞ地方誘客')}`, 1],
    ['q=M25-Ci-1-01', 1],
  ])('%s: %i', async (query, total) => {
    expect((await list(`${query}&size=1`)).total).toBe(total);
  });

  it('finds by 政策分野 and by ministry only what belongs there', async () => {
    const transport = await list('edition=R7&field=transport&size=100');
    expect(transport.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['M25-Ci-1-01']));
    expect(transport.items.filter(({ fields }) => !fields.includes('交通'))).toEqual([]);
    const forestry = await list('edition=R7&ministry=rinya&size=100');
    expect(forestry.total).toBeGreaterThan(0);
    for (const { owners } of forestry.items) expect(owners.map(({ ministryId }) => ministryId)).toContain('rinya');
  });

  it('tells on what an owner rests, and who has taken over since', async () => {
    const { body: of2025 } = await town.get<Measure>('/measures/M25-Aa-1-01');
    expect(of2025.owners).toEqual([
      expect.objectContaining({ ministry: '農林水産省', relation: 'lead', basis: 'inferred', today: null }),
      expect.objectContaining({ ministry: '観光庁', relation: 'related', basis: 'inferred' }),
    ]);
    const { body: of2022 } = await town.get<Measure>('/measures/S22-199');
    expect(of2022.owners).toEqual([
      expect.objectContaining({
        ministry: '厚生労働省',
        division: '子ども家庭局母子保健課',
        basis: 'cited',
        validFrom: '2022-12-23',
        today: { ministry: 'こども家庭庁', division: '母子保健課' },
      }),
    ]);
    expect((await list('edition=R4&ministry=cfa&size=100')).items.map(({ id }) => id)).toContain('S22-199');
  });

  it('shows path, place and 主な事業, the KPI as those of the output, and no sentence that was not imported', async () => {
    const { body } = await town.get<Measure>('/measures/M25-Ci-1-01');
    expect(body).toMatchObject({
      sourceRef: '第5節2.C.i.(1)①',
      path: [{ code: '2' }, { code: 'C' }, { code: 'i', name: '公共交通の維持' }],
      kpis: { of: 'node', titles: ['公共交通の維持'] },
      text: '',
      hasText: false,
      repeatOf: null,
      version: 1,
    });
    expect(body.programs.length).toBeGreaterThan(0);
    expect(body.kpis.texts.length).toBeGreaterThan(0);
    expect((await town.get<Measure>('/measures/M25-Cj-2-01')).body.repeatOf).toEqual({
      id: 'M25-Ci-2-01',
      sourceRef: '第5節2.C.i.(2)①',
    });
    expect((await town.get('/measures/M25-none')).status).toBe(404);
  });
});

describe('a call for applications', () => {
  it.each([
    ['2026-12-01', '2026-12-25', 'ahead', 0],
    ['2026-11-01', '2026-12-25', 'open', 1],
    ['2026-11-01', '2026-12-04', 'closing', 1],
    ['2026-11-01', '2026-11-20', 'closing', 1],
    ['2026-11-01', '2026-11-19', 'ended', 0],
  ])('from %s to %s is %s on 2026-11-20', async (from, until, call, total) => {
    await db().query(`UPDATE measures SET apply_from = $1, apply_until = $2 WHERE id = 'M25-N-4-01'`, [from, until]);
    expect((await town.get<Measure>('/measures/M25-N-4-01')).body.call).toBe(call);
    expect((await list('open=true')).total).toBe(total);
  });
});

describe('控え', () => {
  it("is each person's own", async () => {
    for (const id of ['M25-Ci-1-01', 'M25-Aa-1-01', 'M25-Aa-1-01'])
      expect((await town.put(`/measure-basket/${id}`)).status).toBe(204);
    const mine = await list('basket=true');
    expect(mine.items.map(({ id, inBasket }) => [id, inBasket])).toEqual([
      ['M25-Aa-1-01', true],
      ['M25-Ci-1-01', true],
    ]);
    expect(mine.basketSize).toBe(2);
    expect((await admin.get<MeasurePage>('/measures?basket=true')).body.total).toBe(0);

    await town.delete('/measure-basket/M25-Aa-1-01');
    expect((await list('basket=true')).total).toBe(1);
    await town.delete('/measure-basket');
    expect((await list('basket=true')).total).toBe(0);
    expect((await town.put('/measure-basket/M25-none')).status).toBe(404);
  });

  it('holds at most 100', async () => {
    await db().query(
      `INSERT INTO measure_baskets (person_id, measure_id, added_at)
       SELECT p.id, m.id, now() FROM people p CROSS JOIN (SELECT id FROM measures ORDER BY sort LIMIT 100) m
       JOIN grants g ON true WHERE g.person_id = p.id AND g.role = 'municipality'`,
    );
    expect((await town.put('/measure-basket/S22-747')).problem.fields).toHaveProperty('id');
    expect((await town.put('/measure-basket/M25-Aa-1-01')).status).toBe(204);
    await town.delete('/measure-basket');
  });
});

describe('without an account', () => {
  it('the catalogue is closed until an administrator opens it, and then only to be read', async () => {
    expect((await api.nobody.get('/measures')).status).toBe(401);
    expect((await api.nobody.get('/public/measures')).status).toBe(404);
    expect((await api.nobody.get('/public/measures/M25-Aa-1-01')).status).toBe(404);

    expect((await town.put('/measure-settings', { version: 1, public: true })).status).toBe(403);
    expect((await admin.put('/measure-settings', { version: 1, public: true })).status).toBe(204);
    expect((await admin.put('/measure-settings', { version: 1, public: false })).status).toBe(409);

    const { body } = await api.nobody.get<MeasurePage>('/public/measures?edition=R7');
    expect(body).toMatchObject({ total: 331, basketSize: 0, allowedActions: [] });
    expect((await api.nobody.get<Measure>('/public/measures/M25-Aa-1-01')).body.inBasket).toBe(false);
    expect((await api.nobody.get('/public/measures?basket=true')).body).toMatchObject({ total: 0 });
    expect((await api.nobody.put('/measure-basket/M25-Aa-1-01')).status).toBe(401);

    expect((await admin.put('/measure-settings', { version: 2, public: false })).status).toBe(204);
    expect((await api.nobody.get('/public/measures')).status).toBe(404);
  });
});
