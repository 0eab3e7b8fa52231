import { expect, test } from '@jest/globals';
import { throughCuts } from './through-cuts.js';

const failing = (times: number, error: unknown) => {
  const work = async () => {
    work.calls += 1;
    if (work.calls <= times) throw error;
    return 'done';
  };
  work.calls = 0;
  return work;
};

test.each([
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  new Error('Connection terminated unexpectedly'),
])('work under which the connection broke is done anew: %s', async (error) => {
  const work = failing(2, error);
  expect(await throughCuts(work)).toBe('done');
  expect(work.calls).toBe(3);
});

test('any other error is told at once', async () => {
  const work = failing(1, Object.assign(new Error('relation does not exist'), { code: '42P01' }));
  await expect(throughCuts(work)).rejects.toThrow('relation does not exist');
  expect(work.calls).toBe(1);
});
