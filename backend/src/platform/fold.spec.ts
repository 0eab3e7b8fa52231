import { expect, test } from '@jest/globals';
import { foldName, searchPatterns } from './fold.js';

test.each([
  ['龍ヶ崎', '龍ケ崎'],
  ['龍が崎', '龍ケ崎'],
  ['竜ガ崎', '龍ケ崎'],
  ['龍ｹ崎', '龍ケ崎'],
  ['龍ヶ', '龍ケ'],
  ['カミシホロ', 'かみしほろ'],
  ['ｶﾐｼﾎﾛ', 'かみしほろ'],
  ['ガマゴオリ', 'がまごおり'],
  ['０１６３３１', '016331'],
  ['塩釜市', '塩竈市'],
  ['桧原村', '檜原村'],
  ['紀ノ川市', '紀の川市'],
  ['ＳＴＡＴＩＯＮ Ai', 'station ai'],
])('%s is found as %s', (typed, stored) => {
  expect(foldName(typed)).toBe(foldName(stored));
});

test('が stays が where it is not the ヶ of a name', () => {
  expect(foldName('あがつま')).toBe('あがつま');
  expect(foldName('さいたま市')).not.toBe(foldName('さいだま市'));
});

test('a search is split into words, and its wildcards are letters', () => {
  expect(searchPatterns('　北海道　 上士幌町 ')).toEqual(['北海道', '上士幌町']);
  expect(searchPatterns('100%_\\')).toEqual(['100\\%\\_\\\\']);
});
