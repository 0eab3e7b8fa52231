import { afterEach, beforeAll, expect, it, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from './calendar.js';
import { Clock } from './clock.js';

const db = testDatabase();
afterEach(() => {
  jest.restoreAllMocks();
});
let calendar: Calendar;

beforeAll(async () => {
  calendar = await new Calendar(db(), new Clock()).reload();
});

test.each([
  ['2026-11-20T09:00', '2026-11-20', '2026-11-25'],
  ['2026-11-20T17:15:00', '2026-11-20', '2026-11-25'],
  ['2026-11-20T17:15:01', '2026-11-24', '2026-11-26'],
  ['2026-11-22T10:00', '2026-11-24', '2026-11-26'],
  ['2026-11-22T20:00', '2026-11-24', '2026-11-26'],
])('what arrives at %s counts from %s and is due in two business days on %s', (tokyo, start, due) => {
  itIs(tokyo);
  const at = new Clock().now();
  expect(calendar.startDay(at)).toBe(start);
  expect(calendar.dueDay(at, 'checking')).toBe(due);
});

it('knows today in Tokyo', () => {
  itIs('2026-11-23T00:30');
  expect(calendar.today()).toBe('2026-11-23');
});

it('follows the table when it is read again', async () => {
  await db().query(`INSERT INTO holidays (day, name, source, version) VALUES ('2026-11-25', '臨時', 'テスト', 2)`);
  expect(calendar.isWorkday('2026-11-25')).toBe(true);
  expect((await calendar.reload()).isWorkday('2026-11-25')).toBe(false);

  await db().query(`UPDATE holidays SET cancelled = true WHERE day = '2026-11-25'`);
  expect((await calendar.reload()).isWorkday('2026-11-25')).toBe(true);
});

it('keeps what it knows when the table cannot be read, says so, and grows old', async () => {
  const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const readAt = performance.now();
  const now = jest.spyOn(performance, 'now').mockReturnValue(readAt);
  await calendar.follow();
  await db().query('ALTER TABLE closed_days RENAME TO closed_days_lost');
  now.mockReturnValue(readAt + 700_000);
  await calendar.follow();
  expect(calendar.isWorkday('2026-11-23')).toBe(false);
  expect(calendar.ageSeconds()).toBe(700);
  expect(said).toHaveBeenCalledTimes(1);

  await db().query('ALTER TABLE closed_days_lost RENAME TO closed_days');
  await calendar.follow();
  expect([calendar.ageSeconds(), said.mock.calls.length]).toEqual([0, 1]);
});
