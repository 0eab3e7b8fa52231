import { describe, expect, test } from '@jest/globals';
import { breakDown, type Cell } from './breakdown.js';

/** Towns of separate prefectures: each answer belongs to one group. */
const separate = (sizes: Record<string, number>): Cell[] =>
  Object.entries(sizes).map(([key, n]) => ({ keys: [key], n, sum: 4 * n }));
const shown = (cells: Cell[]) =>
  breakDown(cells)
    .filter(({ hidden }) => !hidden)
    .map(({ key }) => key)
    .sort();

describe('a breakdown', () => {
  test('gives n and mean of groups from five on', () => {
    expect(breakDown(separate({ a: 5, b: 6 }))).toEqual([
      { key: 'a', hidden: false, n: 5, mean: 4 },
      { key: 'b', hidden: false, n: 6, mean: 4 },
    ]);
  });

  test.each<[string, Record<string, number>, string[]]>([
    ['one small group takes the next smallest with it', { a: 9, b: 7, c: 2 }, ['a']],
    ['two small groups whose sum is small do, too', { a: 9, b: 7, c: 2, d: 2 }, ['a']],
    ['small groups that hide one another are enough', { a: 9, b: 7, c: 3, d: 2 }, ['a', 'b']],
    ['with one large group only the total remains', { a: 50, b: 1 }, []],
    ['of equal groups, the first by key is hidden', { b: 7, a: 7, c: 1 }, ['b']],
    ['nothing is hidden when nothing is small', { a: 5, b: 5 }, ['a', 'b']],
    ['nothing is shown when all is small', { a: 4, b: 3, c: 3 }, []],
  ])('%s', (_, sizes, expected) => expect(shown(separate(sizes))).toEqual(expected));

  test('says neither size nor mean of what it hides', () => {
    expect(breakDown(separate({ a: 9, b: 3, c: 4 }))).toContainEqual({ key: 'b', hidden: true, n: null, mean: null });
  });

  test('counts an answer in each of its fields, and in none when it has none', () => {
    const cells = [
      { keys: ['a', 'b'], n: 5, sum: 20 },
      { keys: ['a'], n: 5, sum: 10 },
      { keys: [], n: 6, sum: 30 },
    ];
    expect(breakDown(cells)).toEqual([
      { key: 'a', hidden: false, n: 10, mean: 3 },
      { key: 'b', hidden: false, n: 5, mean: 4 },
      { key: 'none', hidden: false, n: 6, mean: 5 },
    ]);
  });

  test('hides the inner of two groups between which few answers lie', () => {
    const nested = (outside: number) => [
      { keys: ['a', 'b'], n: 6, sum: 24 },
      { keys: ['a'], n: outside, sum: 1 },
      { keys: ['c'], n: 7, sum: 28 },
    ];
    expect(shown(nested(1))).toEqual(['a', 'c']);
    expect(shown(nested(5))).toEqual(['a', 'b', 'c']);
    expect(shown([...nested(1), { keys: ['b'], n: 1, sum: 5 }])).toEqual(['a', 'b', 'c']);
  });

  test('never leaves a rest of one to four answers outside the shown groups', () => {
    for (let seed = 1; seed <= 500; seed++) {
      let state = seed;
      const random = (to: number) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return state % to;
      };
      const cells = Array.from({ length: 1 + random(8) }, () => ({
        keys: 'abcde'.split('').filter(() => random(3) === 0),
        n: 1 + random(9),
        sum: 0,
      }));
      const visible = new Set(shown(cells));
      const rest = cells
        .filter(({ keys }) => !(keys.length === 0 ? ['none'] : keys).some((key) => visible.has(key)))
        .reduce((sum, { n }) => sum + n, 0);
      expect(visible.size === 0 || rest === 0 || rest >= 5).toBe(true);
    }
  });
});
