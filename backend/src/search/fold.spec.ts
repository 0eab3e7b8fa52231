import { expect, test } from '@jest/globals';
import { testDatabase } from '../../test/database.js';
import { fold } from '../platform/fold.js';

const db = testDatabase();

/** Small letters that depend on neighbours or language (İ, final Σ), phonetic letters still being added, and no characters. */
const APART = /[\u0130\u03A3\u{A720}-\u{A7FF}\p{Cn}\p{Cs}\p{Co}\p{Cc}]/u;

test('the database folds every character as the application does', async () => {
  const planes = [
    [0x20, 0xffff],
    [0x20000, 0x2fa1f],
    [0xe0100, 0xe01ef],
  ] as const;
  const differing: string[] = [];
  for (const [from, to] of planes) {
    const all = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      .filter((code) => !(code >= 0xd800 && code <= 0xdfff))
      .map((code) => String.fromCodePoint(code))
      .filter((character) => !APART.test(character));
    const rows: { one: string; folded: string }[] = await db().query(
      `SELECT one, search_fold('a' || one || 'b') AS folded FROM unnest($1::text[]) one`,
      [all],
    );
    differing.push(...rows.filter(({ one, folded }) => folded !== fold(`a${one}b`)).map(({ one }) => one));
  }
  expect(differing.map((one) => `U+${one.codePointAt(0)?.toString(16)}`)).toEqual([]);
});

test.each([
  ['港町と 港', ['と', '港', '港町', '町', '町と']],
  ['  ＡＩ　ﾄﾞﾛ\n ', ['a', 'ai', 'i', 'ど', 'どろ', 'ろ']],
  ['𩸽野', ['野', '𩸽', '𩸽野']],
  [`'\\"%`, ['"', '"%', '%', "'", "'\\", '\\', '\\"']],
  ['', []],
  ['ー', []],
])('the database cuts 「%s」 into single characters and pairs', async (text, pairs) => {
  const [row] = await db().query('SELECT tsvector_to_array(search_grams_of(search_fold($1))) AS pairs', [text]);
  expect([...row.pairs].sort()).toEqual([...pairs].sort());
});

test.each([
  ['サーバー', 'サーバ'],
  ['縣廳', '県庁'],
  ['澁澤榮一', '渋沢栄一'],
  ['龍ヶ崎', '龍ケ崎'],
  ['葛\u{E0100}城市', '葛城市'],
  ['𠮷野の嶌嵜', '吉野の島崎'],
  ['み\u200Bなと\u00AD町', 'みなと町'],
  ['ｶﾀｶﾅ', 'かたかな'],
])('%s is searched as %s', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});
