import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { SearchResult } from '../contract/search.js';
import { fold } from '../platform/fold.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;
let desk: Speaker;
let neighbour: Speaker;
let prefecture: Speaker;

async function aCaseAbout(text: string, state: 'checking' | 'closed' = 'checking'): Promise<string> {
  const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const { id } = await aConsultation(db(), author, { state });
  await db().query('UPDATE consultations SET search_text = $2 WHERE id = $1', [id, fold(text)]);
  return id;
}

const search = (who: Speaker, query: Record<string, string>) =>
  who.get<SearchResult>(`/search?${new URLSearchParams({ kind: 'consultation', size: '100', ...query })}`);
const total = async (who: Speaker, query: Record<string, string>) =>
  (await search(who, query)).body.groups.find(({ kind }) => kind === 'consultation')?.total;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  desk = api.as(await aPerson(db(), grant('desk')));
  neighbour = api.as(await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU })));
  prefecture = api.as(await aPerson(db(), grant('prefecture', { municipalityCode: '010006' })));
  await aCaseAbout(`o'clock \\ 100% a_b & | ! :* <-> ( "quoted" $1 ;--`);
  await aCaseAbout('𠮷野 葛\u{E0100}城 サーバー 縣廳 龍ヶ崎 が\u3099 ㈱結び', 'closed');
});

test.each([
  ...["o'clock", '\\', '%', '_', 'a_b', '&', '!', ':*', '<->', '(', '$1', ';--', '100%', `'`, '|'],
  ...['𠮷', '𠮷野', '吉野', '𠮷\u200B野', '葛城', 'サーバ', 'ｻｰﾊﾞｰ', '県庁', '龍ケ崎', '(株)結び', '株)'],
])('「%s」 is a text like any other', async (q) => {
  expect(await total(desk, { q: `"${q}"` })).toBeGreaterThan(0);
});

test.each(['"', '""', 'OR', 'OR OR', '| |', 'ー', '\u200b'.repeat(3), '港 OR', '-"', '　'])(
  'a search for 「%s」 breaks nothing',
  async (q) => {
    expect([200, 422]).toContain((await search(desk, { q })).status);
  },
);

it('many words, and one too many', async () => {
  const words = (count: number) => Array.from({ length: count }, (_, i) => `語${i}`).join(' ');
  expect((await search(desk, { q: words(20) })).status).toBe(200);
  expect((await search(desk, { q: words(21) })).status).toBe(422);
});

describe('filters', () => {
  it('narrow, alone and together, and follow the case', async () => {
    const id = await aCaseAbout('灯台の話');
    const q = '灯台';
    expect(await total(desk, { q, state: 'checking' })).toBe(1);
    expect(await total(desk, { q, state: 'closed' })).toBe(0);
    expect(await total(desk, { q, prefecture: '01' })).toBe(1);
    expect(await total(desk, { q, prefecture: '13' })).toBe(0);
    await db().query(
      `UPDATE consultations SET fiscal_year = 2026, serial = 4711, field_codes = '{transport}' WHERE id = $1`,
      [id],
    );
    expect(await total(desk, { q, year: '2026', field: 'transport', prefecture: '010006' })).toBe(1);
    expect(await total(desk, { q, year: '2025' })).toBe(0);
    expect(await total(desk, { q, field: 'energy' })).toBe(0);
    await db().query(
      `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at)
       SELECT $1, 'meti', 'asked', '2026-12-01', created_by, now() FROM consultations WHERE id = $1`,
      [id],
    );
    expect(await total(desk, { q, ministry: 'meti' })).toBe(1);
    expect(await total(desk, { q, ministry: 'maff' })).toBe(0);
    const meti = api.as(await aPerson(db(), grant('ministry', { ministryId: 'meti' })));
    expect(await total(meti, { q })).toBe(1);
    await db().query(
      `UPDATE inquiries SET state = 'cancelled', cancelled_at = now(), cancel_reason = '誤り' WHERE consultation_id = $1`,
      [id],
    );
    expect(await total(desk, { q, ministry: 'meti' })).toBe(0);
    expect(await total(meti, { q })).toBe(0);
  });
});

it('nothing outside what is read, not even a number; what is shared is found', async () => {
  const id = await aCaseAbout('分教場の再生');
  expect(await total(neighbour, { q: '分教場' })).toBe(0);
  expect(await total(prefecture, { q: '分教場' })).toBe(0);
  await db().query('UPDATE consultations SET share_prefecture = true WHERE id = $1', [id]);
  expect(await total(prefecture, { q: '分教場' })).toBe(1);
  const elsewhere = api.as(await aPerson(db(), grant('prefecture', { municipalityCode: '220001' })));
  expect(await total(elsewhere, { q: '分教場' })).toBe(0);
});

it('the same search gives the same order, whichever way the pages are cut', async () => {
  await Promise.all(Array.from({ length: 25 }, (_, i) => aCaseAbout(`同じ語 ${i % 3}`)));
  const pages = async (size: number) => {
    const ids: string[] = [];
    for (let page = 1; ids.length < 25; page += 1) {
      const { body } = await search(desk, { q: '同じ語', size: String(size), page: String(page) });
      ids.push(...(body.groups[0]?.items.map(({ id }) => id) ?? []));
    }
    return ids;
  };
  expect(await pages(7)).toEqual(await pages(25));
});
