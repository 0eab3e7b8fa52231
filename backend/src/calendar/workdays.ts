/** The days, 'YYYY-MM-DD', on which 行政機関 are closed beyond weekends and the year's end. */
export type Holidays = Pick<ReadonlySet<string>, 'has'>;

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY).toISOString().slice(0, 10);

/** 行政機関の休日に関する法律 第1条: Saturday, Sunday, 国民の祝日, 29 December to 3 January. */
export function isWorkday(day: string, holidays: Holidays): boolean {
  const weekday = new Date(utc(day)).getUTCDay();
  const monthDay = day.slice(5);
  return weekday !== 0 && weekday !== 6 && monthDay < '12-29' && monthDay > '01-03' && !holidays.has(day);
}

/** The nth workday after a day, or before it when n is negative. With 0, the day itself or else the next workday. */
export function addWorkdays(day: string, n: number, holidays: Holidays): string {
  const step = n < 0 ? -1 : 1;
  let at = day;
  let left = Math.abs(n);
  if (left === 0) while (!isWorkday(at, holidays)) at = plusDays(at, 1);
  while (left > 0) {
    at = plusDays(at, step);
    if (isWorkday(at, holidays)) left -= 1;
  }
  return at;
}

/** How many workdays lie after `from`, up to and with `to`; negative when `to` comes first. */
export function workdaysBetween(from: string, to: string, holidays: Holidays): number {
  if (to < from) return -workdaysBetween(to, from, holidays);
  let count = 0;
  for (let at = plusDays(from, 1); at <= to; at = plusDays(at, 1)) if (isWorkday(at, holidays)) count += 1;
  return count;
}
