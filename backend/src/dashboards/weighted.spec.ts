import { expect, test } from '@jest/globals';
import { percentile, type Weighted } from './weighted.js';

const each = (...values: number[]): Weighted[] => values.map((value) => [value, 1]);

test.each<[Weighted[], number, number | null]>([
  [[], 50, null],
  [each(7), 90, 7],
  [each(3, 1, 2), 50, 2],
  [each(4, 3, 2, 1), 50, 2],
  [each(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 90, 9],
  [each(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 90, 10],
  [Array.from({ length: 30 }, (_, i): Weighted => [i + 1, 1]), 90, 27],
  [
    [
      [20, 1],
      [2, 9],
    ],
    90,
    2,
  ],
  [
    [
      [20, 2],
      [2, 9],
    ],
    90,
    20,
  ],
])('of %j, %i percent do not exceed %s', (values, percent, value) => expect(percentile(values, percent)).toBe(value));
