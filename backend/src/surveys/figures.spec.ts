import { describe, expect, test } from '@jest/globals';
import { meanHalfUp, percentHalfUp } from './figures.js';

describe('the mean', () => {
  const published = (n: number, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => meanHalfUp(from + i, n));

  test('of 57 answers is 4.6 for the sums 260 to 265 and for no other', () => {
    expect(new Set(published(57, 260, 265))).toEqual(new Set([4.6]));
    expect([meanHalfUp(259, 57), meanHalfUp(266, 57)]).toEqual([4.5, 4.7]);
  });

  test('of 125 answers is 4.3 for the sums 532 to 543 and for no other', () => {
    expect(new Set(published(125, 532, 543))).toEqual(new Set([4.3]));
    expect([meanHalfUp(531, 125), meanHalfUp(544, 125)]).toEqual([4.2, 4.4]);
  });

  test.each([
    [85, 20, 4.3],
    [21, 20, 1.1],
    [41, 40, 1],
    [47, 20, 2.4],
    [71, 20, 3.6],
    [5, 1, 5],
  ])('%i / %i rounds half up to %f', (sum, n, mean) => expect(meanHalfUp(sum, n)).toBe(mean));

  test('of no answers is nothing', () => expect(meanHalfUp(0, 0)).toBeNull());
});

test.each([
  [116, 125, 92.8],
  [36, 125, 28.8],
  [36, 124, 29],
  [57, 60, 95],
  [125, 180, 69.4],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [0, 7, 0],
])('%i of %i are %f percent', (count, n, percent) => expect(percentHalfUp(count, n)).toBe(percent));
