import { expect, test } from '@jest/globals';
import { queryWords } from './query-words.js';

test.each<[string, string[][], string[]]>([
  ['', [], []],
  ['　 ', [], []],
  ['防災', [['防災']], []],
  ['防災　港', [['防災'], ['港']], []],
  ['"避難 計画" 港', [['避難 計画'], ['港']], []],
  ['“避難　計画”', [['避難 計画']], []],
  ['"閉じていない', [['閉じていない']], []],
  ['港 OR 漁港 道', [['港', '漁港'], ['道']], []],
  ['港|漁港｜海 ＯＲ 浜', [['港', '漁港', '海', '浜']], []],
  ['OR 港', [['港']], []],
  ['港 OR', [['港']], []],
  ['or', [['or']], []],
  ['港 -観光', [['港']], ['観光']],
  ['港 －観光 −"夏 祭り"', [['港']], ['観光', '夏 祭り']],
  ['港 ー観光', [['港']], ['観光']],
  ['サーバー', [['さば']], []],
  ['A-B', [['a-b']], []],
  ['ー', [], []],
  ['サ−バ', [['さば']], []],
  ['茅ヶ崎 OR 港 -龍が崎', [['茅け崎', '茅が崎', '港']], ['龍が崎', '龍け崎']],
  ['"−バ"', [['ば']], []],
  ['"-5度"', [['-5度']], []],
  ['100% _', [['100%'], ['_']], []],
])('%s', (typed, groups, without) => {
  expect(queryWords(typed)).toEqual({ groups, without });
});

test.each([
  ['-観光', '除く語だけ'],
  [Array.from({ length: 21 }, (_, i) => `語${i}`).join(' '), '20語まで'],
])('refuses %s', (typed, why) => {
  const fields = { q: expect.stringContaining(why) };
  expect(() => queryWords(typed)).toThrow(expect.objectContaining({ kind: 'invalid', details: { fields } }));
});
