import { expect, test } from '@jest/globals';
import { isWorkday } from '../calendar/workdays.js';
import { isOpen, mailFrom, usualHours } from './moments.js';

const HOLIDAYS = new Map(['2026-11-23', '2026-09-21', '2026-09-22', '2026-09-23'].map((day) => [day, '休日']));
const HOURS = usualHours({ SEND_WINDOW: 'office' });
const days = { isWorkday: (day: string) => isWorkday(day, HOLIDAYS) };
const at = (tokyo: string) => new Date(`${tokyo}+09:00`);

test.each([
  ['2026-11-20T08:29', false],
  ['2026-11-20T08:30', true],
  ['2026-11-20T17:59', true],
  ['2026-11-20T18:00', false],
  ['2026-11-21T10:00', false],
  ['2026-11-23T10:00', false],
])('at %s a mail that can wait may go: %s', (tokyo, open) => {
  expect(isOpen(at(tokyo), HOURS, days)).toBe(open);
});

test.each([
  ['now', '2026-11-20T10:00', '2026-11-20T10:00'],
  ['now', '2026-11-20T07:00', '2026-11-20T08:30'],
  ['now', '2026-11-20T18:00', '2026-11-24T08:30'],
  ['daily', '2026-11-20T08:59', '2026-11-20T09:00'],
  ['daily', '2026-11-20T09:01', '2026-11-24T09:00'],
  ['weekly', '2026-11-18T12:00', '2026-11-24T09:00'],
  ['weekly', '2026-11-24T09:01', '2026-11-30T09:00'],
  ['weekly', '2026-09-19T12:00', '2026-09-24T09:00'],
  ['now', '2026-12-28T18:30', '2027-01-04T08:30'],
] as const)('what is to go %s and comes at %s goes at %s', (moment, tokyo, goes) => {
  expect(mailFrom(at(tokyo), moment, HOURS, days)).toEqual(at(goes));
});

test('never is never', () => {
  expect(mailFrom(at('2026-11-20T10:00'), 'never', HOURS, days)).toBeNull();
});

test.each(['2026-11-22T23:59', '2027-01-01T00:00', '2026-11-20T10:00'])(
  'who takes mails at any time gets them at %s',
  (tokyo) => {
    expect(mailFrom(at(tokyo), 'now', usualHours({ SEND_WINDOW: 'always' }), days)).toEqual(at(tokyo));
  },
);
