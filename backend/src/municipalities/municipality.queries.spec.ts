import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testDatabase } from '../../test/database.js';
import { MunicipalityCode } from '../contract/municipalities.js';
import { MunicipalityQueries } from './municipality.queries.js';

const db = testDatabase();
let queries: MunicipalityQueries;
const labels = async (q: string, size = 3): Promise<string[]> =>
  (await queries.list({ q, page: 1, size })).items.map(({ label }) => label);

beforeAll(() => {
  queries = new MunicipalityQueries(db());
});

test.each([
  ['龍ケ崎市', '茨城県龍ケ崎市'],
  ['龍ヶ崎', '茨城県龍ケ崎市'],
  ['竜が崎', '茨城県龍ケ崎市'],
  ['りゅうがさき', '茨城県龍ケ崎市'],
  ['リュウガサキ', '茨城県龍ケ崎市'],
  ['茅ケ崎', '神奈川県茅ヶ崎市'],
  ['塩釜', '宮城県塩竈市'],
  ['016331', '北海道上士幌町'],
  ['01633', '北海道上士幌町'],
  ['０１６３３', '北海道上士幌町'],
  ['北海道上士幌町', '北海道上士幌町'],
  ['北海道　かみしほろ', '北海道上士幌町'],
  ['とっとりけん', '鳥取県'],
  ['津市', '三重県津市'],
])('%s finds %s first', async (typed, label) => {
  expect((await labels(typed))[0]).toBe(label);
});

describe('searching', () => {
  test('towns of one name are told apart by their prefecture', async () => {
    expect(await labels('池田町', 10)).toEqual(['北海道池田町', '福井県池田町', '長野県池田町', '岐阜県池田町']);
    expect(await labels('美郷町', 10)).toEqual(['秋田県美郷町', '島根県美郷町', '宮崎県美郷町']);
  });

  it('keeps to a prefecture or a kind, in pages of the order of codes', async () => {
    const first = await queries.list({ prefecture: '22', page: 1, size: 20 });
    const second = await queries.list({ prefecture: '220001', page: 2, size: 20 });
    expect([first.total, second.total, first.items.length, second.items.length]).toEqual([36, 36, 20, 16]);
    expect(first.items[0]?.label).toBe('静岡県');
    expect((await queries.list({ kind: 'ward', page: 1, size: 100 })).total).toBe(23);
  });

  it('takes wildcards as letters', async () => {
    expect(await labels('%')).toEqual([]);
  });

  it('gives a body by its code, and nothing for one that is not', async () => {
    expect(await queries.get('016331')).toMatchObject({
      label: '北海道上士幌町',
      kind: 'town',
      prefectureCode: '010006',
    });
    await expect(queries.get('999999')).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('a code that is typed', () => {
  test('may lack its check digit, but not have a wrong one', () => {
    expect(MunicipalityCode.parse('01633')).toBe('016331');
    expect(MunicipalityCode.parse('131016')).toBe('131016');
    expect(MunicipalityCode.safeParse('016332').success).toBe(false);
    expect(MunicipalityCode.safeParse('1632').success).toBe(false);
  });
});
