import { expect, test } from '@jest/globals';
import type { Stretch } from '../contract/search.js';
import { fold } from '../platform/fold.js';
import { excerpt, marked } from './excerpt.js';

const shown = (parts: Stretch[]) => parts.map(({ text, hit }) => (hit ? `【${text}】` : text)).join('');

test.each([
  ['龍ヶ崎市と竜ケ崎', ['龍け崎'], '【龍ヶ崎】市と【竜ケ崎】'],
  ['ＡＩ　ﾄﾞﾛｰﾝの導入', ['どろん'], 'ＡＩ　【ﾄﾞﾛｰﾝ】の導入'],
  ['データサーバーの更新', ['さば'], 'データ【サーバ】ーの更新'],
  ['データサ−バ‐の更新', ['さば'], 'データ【サ−バ】‐の更新'],
  ['縣廳の防災', ['県庁', '防災'], '【縣廳】の【防災】'],
  ['棚田棚田', ['棚田'], '【棚田棚田】'],
  ['防災\n計画', ['防災 計画'], '【防災\n計画】'],
  ['𠮷野町の橋', ['𠮷野'], '【𠮷野】町の橋'],
  ['何もなし', ['防災'], '何もなし'],
])('%s marks %j', (text, terms, expected) => {
  expect(shown(marked(text, terms.map(fold)))).toBe(expected);
});

test('shows the surroundings of the first place, and where text is left out', () => {
  const text = `${'あ'.repeat(100)}防災${'い'.repeat(200)}`;
  expect(shown(excerpt(text, ['防災']))).toBe(`…${'あ'.repeat(30)}【防災】${'い'.repeat(88)}…`);
  expect(shown(excerpt('防災の日', ['防災']))).toBe('【防災】の日');
  expect(excerpt(text, ['観光'])).toEqual([]);
  expect(shown(excerpt(`${'𠮷'.repeat(40)}防災`, ['防災']))).toBe(`…${'𠮷'.repeat(15)}【防災】`);
});
