import { expect, test } from '@jest/globals';
import { fold, searchPatterns } from './fold.js';

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
  expect(fold(typed)).toBe(fold(stored));
});

test('が stays が where it is not the ヶ of a name', () => {
  expect(fold('あがつま')).toBe('あがつま');
  expect(fold('さいたま市')).not.toBe(fold('さいだま市'));
});

test('a search is split into words, and its wildcards are letters', () => {
  expect(searchPatterns('　北海道　 上士幌町 ')).toEqual(['北海道', '上士幌町']);
  expect(searchPatterns('100%_\\')).toEqual(['100\\%\\_\\\\']);
});
