import { describe, expect, it, test } from '@jest/globals';
import {
  fiscalYear,
  fiscalYearLabel,
  formatFiscalYear,
  formatWareki,
  formatWarekiTime,
  formatWarekiWeekday,
  tokyoDay,
  tokyoTime,
} from './calendar.js';

test.each([
  ['2026-11-22', '令和8年11月22日'],
  ['2019-05-01', '令和元年5月1日'],
  ['2019-04-30', '平成31年4月30日'],
  ['1989-01-08', '平成元年1月8日'],
  ['1989-01-07', '昭和64年1月7日'],
  ['1926-12-25', '昭和元年12月25日'],
  ['1926-12-24', '1926年12月24日'],
])('%s is written %s', (day, wareki) => {
  expect(formatWareki(day)).toBe(wareki);
});

test.each([
  ['2026-03-31', 2025, 'R7', '令和7年度'],
  ['2026-04-01', 2026, 'R8', '令和8年度'],
  ['2019-04-01', 2019, 'R1', '令和元年度'],
  ['2018-04-01', 2018, 'H30', '平成30年度'],
  ['1989-04-01', 1989, 'H1', '平成元年度'],
  ['1989-03-31', 1988, 'S63', '昭和63年度'],
])('%s lies in the 年度 of %i, %s, %s', (day, year, label, name) => {
  expect([fiscalYear(day), fiscalYearLabel(fiscalYear(day)), formatFiscalYear(fiscalYear(day))]).toEqual([
    year,
    label,
    name,
  ]);
});

describe('the Tokyo clock', () => {
  const zone = process.env.TZ;
  test.each(['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati'])(
    'does not look at the zone %s',
    (TZ) => {
      process.env.TZ = TZ;
      try {
        expect(tokyoDay('2026-11-22T15:00:00Z')).toBe('2026-11-23');
        expect(tokyoDay(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22');
        expect(tokyoTime('2026-11-22T15:05:00Z')).toBe('00:05');
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    },
  );

  it('writes day, weekday and time for people', () => {
    expect(formatWarekiTime('2026-11-20T01:32:00Z')).toBe('令和8年11月20日 10:32');
    expect(formatWarekiWeekday('2026-11-20')).toBe('令和8年11月20日（金）');
  });
});
