import { expect, test } from '@jest/globals';
import { testDatabase } from '../../../test/database.js';
import { fold } from '../fold.js';
import { candidateQuery, containing } from './grams.js';

const db = testDatabase();

test('folds width, kana and the small ke', () => {
  expect(fold('ＡＩ　ﾄﾞﾛｰﾝ 茅ヶ崎')).toBe('ai どろん 茅け崎');
  expect(fold('龍ケ崎')).toBe(fold('龍ヶ崎'));
});

test.each(['災', '防災', '防災庁', "o'clock", 'back\\slash', '100%', '棚田 農泊', '棚'])(
  'finds %s exactly',
  async (term) => {
    const texts = [
      '防災庁と防災',
      '災害',
      "five o'clock",
      'a back\\slash',
      '100％充電',
      '棚田と農泊',
      '棚',
      '何もなし',
      '防 災',
    ];
    const hits: { text: string }[] = await db().query(
      `SELECT text FROM unnest($1::text[]) AS text
     WHERE search_grams_of(text) @@ $2::tsquery AND (SELECT bool_and(text LIKE p) FROM unnest($3::text[]) p)`,
      [texts.map(fold), candidateQuery(fold(term)), fold(term).split(' ').map(containing)],
    );
    const plain = texts.map(fold).filter((text) =>
      fold(term)
        .split(' ')
        .every((word) => text.includes(word)),
    );
    expect(plain.length).toBeGreaterThan(0);
    expect(hits.map(({ text }) => text).sort()).toEqual(plain.sort());
  },
);
