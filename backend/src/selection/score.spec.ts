import { expect, test } from '@jest/globals';
import { figuresOf, ranksOf, totalOf } from './score.js';

const CRITERIA = [
  { key: 'problem', label: '課題', help: '', weight: 3, most: 5 },
  { key: 'setUp', label: '体制', help: '', weight: 1, most: 10 },
];

test.each([
  [{ problem: 5, setUp: 10 }, 100],
  [{ problem: 0, setUp: 0 }, 0],
  [{ problem: 4, setUp: 5 }, 72.5],
  [{ problem: 5 }, 75],
])('%j makes %d out of 100', (scores, total) => {
  expect(totalOf(CRITERIA, scores)).toBe(total);
});

test('mean and spread over the reviewers', () => {
  expect(figuresOf([60, 80, 73.33])).toEqual({ mean: 71.11, spread: 20 });
});

test('equal means share a rank and are marked; what is not complete has none', () => {
  expect(ranksOf([70, 80, null, 70, 60])).toEqual([
    { rank: 2, tied: true },
    { rank: 1, tied: false },
    { rank: null, tied: false },
    { rank: 2, tied: true },
    { rank: 4, tied: false },
  ]);
});
