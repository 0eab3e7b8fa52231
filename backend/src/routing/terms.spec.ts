import { describe, expect, it } from '@jest/globals';
import { grams, normalise, phrases } from './terms.js';

describe('phrases', () => {
  it('keeps words together that stand side by side, and drops the grammar', () => {
    expect(phrases('空き家を活用した地域おこし協力隊のまちづくり')).toEqual([
      '空き家',
      '活用',
      '地域おこし協力隊',
      'まちづくり',
    ]);
  });
  it('reads half width and wrong dashes', () => {
    expect(phrases('ｻﾃﾗｲﾄでテレワ－ク')).toEqual(['サテライト', 'テレワーク']);
    expect(normalise('ＤＸ')).toBe('dx');
  });
});

describe('grams', () => {
  it('are pairs of kanji and kana, and whole foreign words with their threes', () => {
    expect(grams('空き家バンク')).toEqual(['空き', 'き家', '#バンク']);
    expect(grams('ドローン')).toEqual(['#ドローン', 'ドロー', 'ローン']);
    expect(grams('島')).toEqual(['島']);
    expect(grams('2025')).toEqual([]);
  });
});
