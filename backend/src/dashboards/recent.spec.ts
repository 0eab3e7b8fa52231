import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Recent } from './recent.js';

let now = 0;
beforeEach(() => {
  now = 1000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Makes 1, 2, 3 …, each when told to. */
function maker() {
  let begun = 0;
  let finish: (value: number) => void = () => {};
  const make = () => {
    begun += 1;
    return new Promise<number>((resolve) => {
      finish = resolve;
    });
  };
  const done = async () => {
    finish(begun);
    await new Promise(setImmediate);
  };
  return { make, done, begun: () => begun };
}

it('makes a thing once for all who ask while it is being made, and for five seconds from its beginning', async () => {
  const recent = new Recent<number>();
  const { make, done, begun } = maker();
  const asked = Array.from({ length: 50 }, () => recent.get('desk', make));
  await done();
  now += 4999;
  expect(await Promise.all([...asked, recent.get('desk', make)])).toEqual(Array(51).fill(1));
  expect(begun()).toBe(1);

  now += 1;
  const again = recent.get('desk', make);
  await done();
  expect([await again, begun()]).toEqual([2, 2]);
});

it('makes it anew before it is too old, while the last one still serves', async () => {
  const recent = new Recent<number>();
  const { make, done, begun } = maker();
  const first = recent.get('desk', make);
  now += 800;
  await done();
  expect(await first).toBe(1);

  now += 2500;
  expect([await recent.get('desk', make), begun()]).toEqual([1, 1]);
  now += 200;
  expect([await recent.get('desk', make), await recent.get('desk', make), begun()]).toEqual([1, 1, 2]);
  now += 800;
  await done();
  expect([await recent.get('desk', make), begun()]).toEqual([2, 2]);
});

it('makes one at a time, however long it takes', async () => {
  const recent = new Recent<number>();
  const { make, done, begun } = maker();
  const first = recent.get('desk', make);
  now += 9000;
  const second = recent.get('desk', make);
  await done();
  expect([await first, await second, begun()]).toEqual([1, 1, 1]);
});

it('keeps one for each key', async () => {
  const recent = new Recent<string>();
  expect(await Promise.all(['a', 'b', 'a'].map((key) => recent.get(key, async () => `${key}${now++}`)))).toEqual([
    ...['a1000', 'b1001', 'a1000'],
  ]);
});

it('does not keep a failure', async () => {
  const recent = new Recent<number>();
  await expect(recent.get('desk', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await recent.get('desk', async () => 1)).toBe(1);
});
