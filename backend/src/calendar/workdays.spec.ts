import holidayJp from '@holiday-jp/holiday_jp';
import { describe, expect, it, test } from '@jest/globals';
import { addWorkdays, isWorkday, plusDays, workdaysBetween } from './workdays.js';

const holidays = new Map(Object.values(holidayJp.holidays).map(({ date, name }) => [date, name]));

test.each([
  ['2026-11-20', true, 'a Friday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2026-11-23', false, '勤労感謝の日'],
  ['2026-09-22', false, '国民の休日 between two holidays'],
  ['2026-12-28', true, 'the last day of the year in office'],
  ['2026-12-29', false, 'the year is over'],
  ['2027-01-01', false, '元日'],
  ['2028-01-03', false, 'the year has not begun'],
  ['2028-01-04', true, 'the first day of the year in office'],
])('%s is a workday: %s (%s)', (day, open) => {
  expect(isWorkday(day, holidays)).toBe(open);
});

test.each([
  ['2025-12-26', 1, '2026-01-05'],
  ['2026-05-01', 1, '2026-05-07'],
  ['2026-09-18', 1, '2026-09-24'],
  ['2026-11-20', 10, '2026-12-07'],
  ['2026-11-26', -3, '2026-11-20'],
  ['2026-11-21', 0, '2026-11-24'],
  ['2026-11-20', 0, '2026-11-20'],
])('%s and %i workdays is %s', (day, n, due) => {
  expect(addWorkdays(day, n, holidays)).toBe(due);
});

describe('workdaysBetween', () => {
  it('undoes addWorkdays in both directions, over years', () => {
    for (let n = -300; n <= 300; n += 7) {
      expect(workdaysBetween('2026-11-20', addWorkdays('2026-11-20', n, holidays), holidays)).toBe(n);
    }
  });

  it('counts no closed day', () => {
    expect(workdaysBetween('2025-12-26', '2026-01-04', holidays)).toBe(0);
  });
});

test('counting workdays over years agrees with walking through them', () => {
  let walked = 0;
  for (let day = '2018-12-20'; day <= '2031-01-10'; day = plusDays(day, 1)) {
    if (day > '2018-12-20' && isWorkday(day, holidays)) walked += 1;
    expect([day, workdaysBetween('2018-12-20', day, holidays)]).toEqual([day, walked]);
    expect(workdaysBetween(day, '2018-12-20', holidays)).toBe(-walked || 0);
  }
});
