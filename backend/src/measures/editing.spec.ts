import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { MeasureContentEdit, MeasureForm } from '../contract/measure-edit.js';
import type { Measure, MeasureHistory, MeasurePage } from '../contract/measures.js';
import { MEASURE_INVARIANTS } from './invariants.js';

const db = testDatabase();
const api = testApi(db);
const BUS = 'M25-Ci-1-01';
let desk: ReturnType<typeof api.as>;
let town: ReturnType<typeof api.as>;
let name: string;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  const officer = await aPerson(db(), grant('desk'));
  name = (await db().query('SELECT name FROM people WHERE id = $1', [officer.id]))[0].name;
  desk = api.as(officer);
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
});

const formOf = async (id: string) => (await desk.get<MeasureForm>(`/measures/${id}/form`)).body;

async function edit(id: string, change: Partial<MeasureContentEdit>, reason = '府省庁の要領による') {
  const { version, content } = await formOf(id);
  return desk.put<{ version: number }>(`/measures/${id}`, { version, content: { ...content, ...change }, reason });
}

const GRANT: Partial<MeasureContentEdit> = {
  ...{ kind: 'grant', fiscalYear: 2026, grantType: '先導型', applyFrom: '2026-11-01', applyUntil: '2026-12-25' },
  ...{
    eligible: '市町村及び民間事業者',
    rate: '2分の1以内',
    ceiling: '5,000万円',
    links: ['https://www.mlit.example/'],
  },
};

describe('a measure corrected on the screen', () => {
  it('is a new version with author, reason and what changed; what nobody changed stays', async () => {
    const before = (await town.get<Measure>(`/measures/${BUS}`)).body;
    expect((await edit(BUS, GRANT)).body).toEqual({ version: 2 });
    const { body } = await town.get<Measure>(`/measures/${BUS}`);
    expect(body).toMatchObject({ ...GRANT, version: 2, call: 'open', title: before.title, programs: before.programs });
    expect(body.owners).toEqual(before.owners);
    const [newest] = (await town.get<MeasureHistory>(`/measures/${BUS}/history`)).body.items;
    expect(newest).toMatchObject({ version: 2, by: name, reason: '府省庁の要領による', importId: null });
    expect(newest?.changes).toContainEqual({ label: '種別', before: '施策', after: '交付金' });
    const trail = await db().query(`SELECT reason, data FROM events WHERE type = 'measure.edit' AND subject_id = $1`, [
      BUS,
    ]);
    expect(trail).toEqual([{ reason: '府省庁の要領による', data: expect.objectContaining({ version: 2 }) }]);
    expect((await edit(BUS, {})).body).toEqual({ version: 2 });
    for (const sql of Object.values(MEASURE_INVARIANTS)) expect(await db().query(sql)).toEqual([]);
  });

  it('is found by who may apply, as a grant, and by its new words', async () => {
    const ids = async (query: string) =>
      (await town.get<MeasurePage>(`/measures?${query}`)).body.items.map(({ id }) => id);
    for (const query of [
      'target=municipality',
      'target=business',
      'kind=grant&open=true',
      `q=${encodeURIComponent('先導型')}`,
    ])
      expect(await ids(query)).toEqual([BUS]);
    for (const query of ['target=prefecture', 'target=person']) expect(await ids(query)).toEqual([]);
    expect((await town.get('/measures?target=cat')).status).toBe(422);
  });

  it('keeps owners with their days: one who has ended is shown, and not found as an owner of today', async () => {
    const { content } = await formOf('M25-Aa-1-01');
    const [lead, ...others] = content.owners;
    if (!lead) throw new Error('no owner');
    const ended = { ...lead, validTo: '2026-03-31' };
    const next = {
      ministryId: 'mlit',
      division: '総合政策局',
      relation: 'lead',
      basis: 'confirmed',
      validTo: null,
    } as const;
    await edit('M25-Aa-1-01', { owners: [ended, { ...next, validFrom: '2026-04-01' }, ...others] });
    const { body } = await town.get<Measure>('/measures/M25-Aa-1-01');
    expect(body.owners.slice(0, 2)).toEqual([
      expect.objectContaining({ ministry: '農林水産省', validTo: '2026-03-31', basis: 'inferred' }),
      expect.objectContaining({
        ministry: '国土交通省',
        division: '総合政策局',
        validFrom: '2026-04-01',
        basis: 'confirmed',
      }),
    ]);
    const of = async (ministry: string) =>
      (await town.get<MeasurePage>(`/measures?ministry=${ministry}&node=a&size=100`)).body.items.map(({ id }) => id);
    expect(await of('maff')).not.toContain('M25-Aa-1-01');
    expect(await of('mlit')).toContain('M25-Aa-1-01');
  });

  it('is saved by one of two; the other is shown what stands now', async () => {
    const { version, content } = await formOf('S22-199');
    const save = (title: string) =>
      desk.put(`/measures/S22-199`, { version, content: { ...content, title }, reason: '名称の変更' });
    const answers = await Promise.all([save('一人目'), save('二人目')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem).toMatchObject({
      current: { version: version + 1, content: { title: (await formOf('S22-199')).content.title } },
    });
  });
});

test.each<[string, Partial<MeasureContentEdit> & object, string]>([
  ['no title', { title: ' ' }, 'content.title'],
  ['a call that ends before it begins', { applyFrom: '2026-12-01', applyUntil: '2026-11-30' }, 'content.applyUntil'],
  ['an address that is none', { links: ['javascript:alert(1)'] }, 'content.links.0'],
  ['a field that does not exist', { fields: ['none'] }, 'content.fields'],
  ['a ministry that does not exist', { owners: [{ ...OWNER(), ministryId: 'none' }] }, 'content.owners.0.ministryId'],
  [
    'owners whose days are turned round',
    { owners: [{ ...OWNER(), validTo: '2020-01-01' }] },
    'content.owners.0.validTo',
  ],
])('%s is refused at its field', async (_, change, field) => {
  const answer = await edit('M25-N-4-01', change);
  expect(answer.status).toBe(422);
  expect(answer.problem.fields).toHaveProperty([field]);
});

function OWNER(): MeasureContentEdit['owners'][number] {
  return {
    ministryId: 'mlit',
    division: '',
    relation: 'lead',
    basis: 'confirmed',
    validFrom: '2026-04-01',
    validTo: null,
  };
}

it('needs a reason, and is not for those outside the desk', async () => {
  expect((await edit('M25-N-4-01', { title: '別の名' }, '')).problem.fields).toHaveProperty(['reason']);
  const { version, content } = await formOf('M25-N-4-01');
  expect((await town.put('/measures/M25-N-4-01', { version, content, reason: '理由' })).status).toBe(403);
  expect((await town.get('/measures/M25-N-4-01/form')).status).toBe(403);
  expect((await town.get<Measure>('/measures/M25-N-4-01')).body.allowedActions).toEqual([]);
  expect((await desk.get('/measures/M25-none/form')).status).toBe(404);
});
