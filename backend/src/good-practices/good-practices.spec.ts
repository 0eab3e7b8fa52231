import { beforeAll, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import type { GoodPractice } from '../contract/good-practices.js';

const db = testDatabase();
const api = testApi(db);
let town: ReturnType<typeof api.as>;
type List = { items: GoodPractice[]; total: number };

beforeAll(async () => {
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
});

test.each([
  ['', 52],
  ['pillar=2', 16],
  ['prefecture=01', 4],
  ['prefecture=180009', 2],
  ['field=tourism&pillar=2', 4],
  [`q=${encodeURIComponent('自動運転バス')}`, 2],
  [`q=${encodeURIComponent('ＳＴＡＴＩＯＮ')}`, 1],
  [`q=${encodeURIComponent('ドローン　福島県')}`, 2],
])('%s finds %i', async (query, total) => {
  expect((await town.get<List>(`/good-practices?${query}`)).body.total).toBe(total);
});

it('names places, elements, fields and source', async () => {
  const { items } = (await town.get<List>(`/good-practices?q=${encodeURIComponent('上士幌')}`)).body;
  expect((await town.get<GoodPractice>(`/good-practices/${items[0]?.id}`)).body).toMatchObject({
    pillar: { code: '2' },
    elements: ['自動運転バス', '畜産由来メタンガス発電', '再エネの地産地消'],
    fields: [{ code: 'industry' }, { code: 'transport' }, { code: 'environment' }],
    places: [{ municipalityCode: KAMISHIHORO, label: '北海道上士幌町' }],
  });
  expect((await town.get('/good-practices/gp-9-99')).status).toBe(404);
  expect((await api.nobody.get('/good-practices')).status).toBe(401);
});
