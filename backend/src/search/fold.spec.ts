import { expect, test } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import { FoldDashesAfterKana1795000002285 } from '../migrations/1795000002285-fold-dashes-after-kana.js';
import { fold } from '../platform/fold.js';

const db = testDatabase();

/** After a letter, and after kana, where a dash is 長音. */
const AROUND = [
  ['a', 'b'],
  ['か', 'き'],
] as const;

/** Small letters that depend on neighbours or language (İ, final Σ), phonetic letters still being added, and no characters. */
const APART = /[\u0130\u03A3\u{A720}-\u{A7FF}\p{Cn}\p{Cs}\p{Co}\p{Cc}]/u;

test.each(AROUND)(
  'the database folds every character as the application does, between %s and %s',
  async (left, right) => {
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
        `SELECT one, search_fold($2 || one || $3) AS folded FROM unnest($1::text[]) one`,
        [all, left, right],
      );
      differing.push(...rows.filter(({ one, folded }) => folded !== fold(left + one + right)).map(({ one }) => one));
    }
    expect(differing.map((one) => `U+${one.codePointAt(0)?.toString(16)}`)).toEqual([]);
  },
);

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
  ...[...'ー-－‐‑‒–—―−─━ｰ'].map((dash): [string, string] => [`エネルギ${dash}とサ${dash}バ`, 'エネルギーとサーバー']),
  ['コンピュータ−−', 'コンピューター'],
  ['ﾃﾞ-ﾀ', 'データ'],
])('%s is searched as %s', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test.each(['2020-2024', 'A-B', '港−町', 'か -き', '3−1'])('the dash of 「%s」 is none', (text) => {
  expect(fold(text)).not.toBe(fold(text.replace(/[-−]/, '')));
});

test('what stands in a database of an older version is folded anew, and only that', async () => {
  const runner = db().createQueryRunner();
  const migration = new FoldDashesAfterKana1795000002285();
  await migration.down(runner);
  const [dash, none] = [await aPerson(db(), grant('desk')), await aPerson(db(), grant('desk'))];
  await runner.query(`UPDATE people SET name = 'サ−バ太郎' WHERE id = $1`, [dash.id]);
  await runner.query(`UPDATE people SET name = 'サーバ次郎' WHERE id = $1`, [none.id]);
  const found = async () => {
    const rows: { id: string }[] = await runner.query(
      `SELECT id FROM people WHERE search_text LIKE '%さば%' ORDER BY name`,
    );
    return rows.map(({ id }) => id);
  };
  expect(await found()).toEqual([none.id]);
  await migration.up(runner);
  expect((await found()).sort()).toEqual([dash.id, none.id].sort());
  await runner.release();
});
