import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aDesk, type Person } from '../../test/desk-scene.js';
import { type Dice, dice } from '../../test/journeys/dice.js';
import type { SearchResult } from '../contract/search.js';
import { fold } from '../platform/fold.js';

const db = testDatabase();
const api = testApi(db);
const throws = dice(20_261_122);
const CASES = 400;

const PIECES =
  '防災 災害 龍ヶ崎 龍ケ崎 茅ヶ崎 サーバー サーバ ﾄﾞﾛｰﾝ ドローン どろーん ＡＩ ai 縣廳 県庁 澤 沢 港 漁港 観光 農泊 棚田 100％ _ の と は 、 。 𠮷野 o\'clock "引用" 地域 通貨 　 \n'
    .split(' ')
    .concat([' ', '電子地域通貨', '新結合', 'まちづくり', 'マチヅクリ'])
    .concat('茅が崎 茅ケ崎 県が港 サ−バ サ‐バ- エネルギ- 3か月 ３ヶ月 3箇月 A-B 2020−24 駆け込み'.split(' '));

let desk: Person;
let texts: { id: string; text: string }[];

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  ({ desk } = await aDesk(db()));
  texts = Array.from({ length: CASES }, () => ({
    id: randomUUID(),
    text: Array.from({ length: 1 + throws.below(14) }, () => throws.pick(PIECES)).join(''),
  }));
  await db().query(
    `INSERT INTO consultations (id, municipality_code, state, state_since, number, form_version, karte, title, submitted_at,
       owner_id, created_by, updated_by, created_at, updated_at, search_text)
     SELECT id, '011002', 'checking', now(), 'recall-' || id, 1, '{}', '', now() - random() * interval '90 days', $2, $2, $2,
       now(), now(), text FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, text text)`,
    [JSON.stringify(texts.map(({ id, text }) => ({ id, text: fold(text) }))), desk.id],
  );
});

/** Every page of what is found. */
async function found(q: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { status, body } = await api
      .as(desk)
      .get<SearchResult>(`/search?kind=consultation&size=100&page=${page}&q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    const group = body.groups.find(({ kind }) => kind === 'consultation');
    ids.push(...(group?.items.map(({ id }) => id) ?? []));
    if (!group || ids.length >= group.total || group.items.length === 0) return ids;
  }
}

/** A piece of one of the texts, written in another way. */
function aTerm({ pick, below, chance }: Dice): string {
  for (;;) {
    // ﾄﾞ is two characters, and one to its readers.
    const characters = pick(texts).text.match(/.[ﾞﾟ]*/gsu) ?? [];
    const at = below(characters.length);
    const term = characters.slice(at, at + 1 + below(5)).join('');
    if (/["”“＂|｜\s]/u.test(term) || /^[-ー−‐]/u.test(term) || fold(term) === '') continue;
    if (!chance(0.5)) return term;
    return term
      .replace(/[ァ-ヴ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/ヶ/g, 'ケ')
      .replace(/[a-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  }
}

/** The plain scan. */
const scan = (holds: (text: string) => boolean): string[] =>
  texts.flatMap(({ id, text }) => (holds(fold(text)) ? [id] : [])).sort();
const has = (text: string, term: string) => anySpelling(fold(term)).test(text);

const literal = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** As people tell spellings of ヶ apart: not at all. */
function anySpelling(folded: string): RegExp {
  const letters = [...folded].map((letter, i, all) => {
    const [before = '', after = ''] = [all[i - 1], all[i + 1]];
    if (!/\p{Script=Han}/u.test(after)) return literal(letter);
    const name = /\p{Script=Han}/u.test(before) && /[けが]/u.test(letter);
    const count = /[0-9一二三]/u.test(before) && /[けか箇]/u.test(letter);
    return name || count ? `[${letter}${name ? 'けが' : ''}${count ? 'けか箇' : ''}]` : literal(letter);
  });
  return new RegExp(letters.join(''), 's');
}

test('finds what a plain scan finds, no more and no less: single terms', async () => {
  for (let i = 0; i < 60; i += 1) {
    const term = aTerm(throws);
    const expected = scan((text) => has(text, term));
    expect(expected.length).toBeGreaterThan(0);
    expect([term, (await found(term)).sort()]).toEqual([term, expected]);
  }
});

test('and, or, minus, together', async () => {
  for (let i = 0; i < 40; i += 1) {
    const [a, b, c, d] = [aTerm(throws), aTerm(throws), aTerm(throws), aTerm(throws)];
    const q = `${a} ${b} OR ${c} -${d}`;
    const expected = scan((text) => has(text, a) && (has(text, b) || has(text, c)) && !has(text, d));
    expect([q, (await found(q)).sort()]).toEqual([q, expected]);
  }
});

test('phrases with their spaces', async () => {
  const withSpace = texts.filter(({ text }) => /\S\s\S/u.test(text.replace(/["”]/g, '')));
  expect(withSpace.length).toBeGreaterThan(10);
  for (let i = 0; i < 20; i += 1) {
    const [phrase] = /[^\s"]{1,3}\s[^\s"]{1,3}/u.exec(throws.pick(withSpace).text) ?? [];
    if (!phrase || fold(phrase).length < 3) continue;
    expect([phrase, (await found(`"${phrase}"`)).sort()]).toEqual([phrase, scan((text) => has(text, phrase))]);
  }
});

test.each([
  ['龍ケ崎', '龍ヶ崎'],
  ['サーバ', 'サーバー'],
  ['サ−バ', 'サーバー'],
  ['茅ヶ崎', '茅が崎'],
  ['3ヵ月', '3箇月'],
  ['ドローン', 'ﾄﾞﾛｰﾝ'],
  ['県庁', '縣廳'],
  ['まちづくり', 'マチヅクリ'],
  ['ＡＩ', 'ai'],
])('%s and %s find the same', async (one, other) => {
  const hits = await found(one);
  expect(hits.length).toBeGreaterThan(5);
  expect(await found(other)).toEqual(hits);
});

test('what stands nearly everywhere is read from the newest on, and is complete too', async () => {
  await db().query(
    `INSERT INTO consultations (municipality_code, state, state_since, number, form_version, karte, title, submitted_at,
       owner_id, created_by, updated_by, created_at, updated_at, search_text)
     SELECT '011002', 'checking', now(), 'many-' || i, 1, '{}', '', now() + i * interval '1 second', $1, $1, $1, now(), now(),
       '灯台' FROM generate_series(1, 1500) i`,
    [desk.id],
  );
  const { body } = await api.as(desk).get<SearchResult>(`/search?q=${encodeURIComponent('灯')}`);
  expect(body.groups[0]).toMatchObject({ kind: 'consultation', total: 1000, more: true });
  const some = await found('灯 OR 農泊');
  expect(new Set(some).size).toBe(1000);
  const harbours = scan((text) => has(text, '港'));
  expect((await found('港')).sort()).toEqual(harbours);
  await db().query(`UPDATE consultations SET search_text = '' WHERE number LIKE 'many-%' AND
    substr(number, 6)::int <= 600`);
  // The newest hundred all have it, and yet there are fewer than a thousand: the index of pairs has the last word.
  expect(new Set(await found('灯')).size).toBe(900);
  expect(await found('灯台 -港')).toHaveLength(900);
});
