import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { LogicModelNode, PolicyFieldList, PolicyPillar } from '../contract/policies.js';

const db = testDatabase();
const api = testApi(db);
let admin: ReturnType<typeof api.as>;
let town: ReturnType<typeof api.as>;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  admin = api.as(await aPerson(db(), grant('admin')));
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
});

it('gives pillars and the logic model', async () => {
  expect(
    (await town.get<{ items: PolicyPillar[] }>('/policy-pillars')).body.items.map(({ code }) => code).join(''),
  ).toBe('12345');
  const { body } = await town.get<{ items: LogicModelNode[] }>('/logic-model');
  expect(body.items.find(({ code }) => code === 'B')).toMatchObject({
    parentCode: '1',
    kpis: [{ indicator: 'デジタル人材育成数', target: '230万人（2026年度末）', baseline: null }],
  });
});

it('lets administrators add, rename and end a field', async () => {
  const field = { code: 'space', name: '宇宙', sort: 20, source: '試験', validFrom: '2026-11-20' };
  expect((await town.post('/policy-fields', field)).status).toBe(403);
  expect((await admin.post('/policy-fields', { ...field, name: '観光' })).problem.fields).toHaveProperty('name');
  expect((await admin.post('/policy-fields', field)).status).toBe(201);
  const { name, sort, source } = { ...field, name: '宇宙・航空' };
  expect((await admin.put('/policy-fields/space', { name, sort, source, version: 1 })).status).toBe(204);
  expect((await admin.put('/policy-fields/space', { name, sort, source, version: 1 })).status).toBe(409);
  expect((await admin.delete('/policy-fields/space?version=2')).status).toBe(204);
  expect((await admin.delete('/policy-fields/space?version=3')).problem.code).toBe('ended');

  const { body } = await town.get<PolicyFieldList>('/policy-fields?ended=true');
  expect([body.total, body.items.at(-1)]).toMatchObject([
    13,
    { code: 'space', name: '宇宙・航空', validTo: '2026-11-20' },
  ]);
  expect((await town.get<PolicyFieldList>('/policy-fields')).body.total).toBe(12);
});
