import { expect, test } from '@jest/globals';
import { fold } from '../fold.js';
import { spellingsOf } from './spellings.js';

test.each([
  [['茅ヶ崎市', '茅ケ崎市', '茅が崎市', '茅ガ崎市', '茅ｶﾞ崎市']],
  [['鬼ヶ島ヶ丘', '鬼が島ガ丘', '鬼ケ島が丘']],
  [['八ヶ岳', '八が岳', '八ケ岳']],
  [['3ヶ月', '３か月', '3カ月', '3ヵ月', '3ケ月', '3箇月']],
  [['数か所', '数ヶ所', '数箇所']],
  [['𠮷ヶ丘', '吉が丘']],
])('%j are written for one another', (ways) => {
  for (const way of ways)
    expect(spellingsOf(fold(way))).toEqual(expect.arrayContaining(ways.map((other) => fold(other))));
});

test.each([
  ...[
    'が',
    'け',
    'が崎',
    '茅け',
    'あがつま',
    '受け',
    '助けが要る',
    'だけ',
    '3か',
    'かけはし',
    '国か県',
    '箇所',
    '港か町',
  ],
])('「%s」 is looked for as it is', (term) => {
  expect(spellingsOf(term)).toEqual([term]);
});

test('a long sentence does not become thousands of them', () => {
  const many = '国が県が町が村が区が市が省が庁';
  expect(spellingsOf(many)).toHaveLength(16);
  expect(spellingsOf(many)[0]).toBe(many);
});
