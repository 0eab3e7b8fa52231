import { expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { testDatabase } from '../../test/database.js';
import { postScene } from '../../test/post-scene.js';
import type { Health } from '../contract/health.js';

const db = testDatabase();
const api = testApi(db);
const scene = postScene(db);
const health = async () => (await api.nobody.get<Health>('/health')).body;
const aged = (name: string, minutes: number) =>
  db().query(
    `INSERT INTO sweeps VALUES ($1, clock_timestamp() - $2 * interval '1 minute')
     ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at`,
    [name, minutes],
  );
const aMail = (id: number, queuedMinutes: number, dueMinutes: number, attempts: number) =>
  db().query(
    `INSERT INTO mails (bundle, recipient, message_id, queued_at, next_try_at, attempts)
     SELECT 'notice-' || $1, 'a@test.example', '<' || $1 || '@test.example>', now - $2 * interval '1 minute',
            now - $3 * interval '1 minute', $4 FROM clock_timestamp() now`,
    [id, queuedMinutes, dueMinutes, attempts],
  );

it('knows sweeps that never ran, and gives a first start its moment', async () => {
  expect(await health()).toMatchObject({
    ok: true,
    sweeps: [
      { name: 'mail-round', secondsAgo: null },
      { name: 'plan-reminders', secondsAgo: null },
    ],
  });
});

it('tells of a sweep when it came to its end', async () => {
  await aged('mail-round', 1);
  await aged('plan-reminders', 60);
  expect((await health()).ok).toBe(false);
  await scene().planner.run();
  const { ok, sweeps } = await health();
  expect(ok).toBe(true);
  expect(sweeps[0]?.secondsAgo).toBeGreaterThanOrEqual(60);
  expect(sweeps[1]?.secondsAgo).toBeLessThan(3600);
});

it('is not well when a sweep is older than ten minutes', async () => {
  await aged('mail-round', 9);
  expect((await health()).ok).toBe(true);
  await aged('mail-round', 11);
  expect((await health()).ok).toBe(false);
  await aged('mail-round', 0);
});

it('a mail that is tried again in a while is old, but nobody neglects it', async () => {
  await aMail(1, 30, -15, 3);
  const { ok, oldestMailSeconds, oldestDueSeconds } = await health();
  expect(ok).toBe(true);
  expect(oldestMailSeconds).toBeGreaterThanOrEqual(30 * 60);
  expect(oldestDueSeconds).toBe(0);
});

it('a due mail that nobody tries makes the house unwell', async () => {
  await aMail(2, 20, 20, 0);
  const { ok, oldestDueSeconds } = await health();
  expect(ok).toBe(false);
  expect(oldestDueSeconds).toBeGreaterThanOrEqual(20 * 60);
});
