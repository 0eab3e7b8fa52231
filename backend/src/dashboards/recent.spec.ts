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

it('makes a thing once for all who ask within five seconds, while it is being made and after', async () => {
  const recent = new Recent<number>();
  let made = 0;
  let ready: (value: number) => void = () => {};
  const make = () =>
    new Promise<number>((resolve) => {
      made += 1;
      ready = resolve;
    });
  const asked = Array.from({ length: 50 }, () => recent.get('desk', make));
  ready(7);
  now += 4999;
  expect(await Promise.all([...asked, recent.get('desk', make)])).toEqual(Array(51).fill(7));
  expect(made).toBe(1);

  now += 1;
  const again = recent.get('desk', make);
  ready(8);
  expect([await again, made]).toEqual([8, 2]);
});

it('keeps one for each key', async () => {
  const recent = new Recent<string>();
  const made = ['a', 'b', 'a'].map((key) => recent.get(key, async () => `${key}${now++}`));
  expect(await Promise.all(made)).toEqual(['a1000', 'b1001', 'a1000']);
});

it('does not keep a failure', async () => {
  const recent = new Recent<number>();
  await expect(recent.get('desk', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await recent.get('desk', async () => 1)).toBe(1);
});
