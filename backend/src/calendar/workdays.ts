/** The days, 'YYYY-MM-DD', on which an office is closed beyond weekends and the year's end, and what they are called. */
export type Holidays = ReadonlyMap<string, string>;

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY).toISOString().slice(0, 10);

interface Ahead {
  next: string;
  /** Saturday, Sunday or the year's end, whatever the holidays. */
  rest: string | undefined;
}

const ahead = new Map<string, Ahead>();

/** What a date is in itself. Reckoning ten thousand deadlines anew asks for the same few hundred days again and again. */
function lookAhead(day: string): Ahead {
  const known = ahead.get(day);
  if (known) return known;
  const made = { next: plusDays(day, 1), rest: restOf(day) };
  ahead.set(day, made);
  return made;
}

function restOf(day: string): string | undefined {
  const monthDay = day.slice(5);
  if (monthDay >= '12-29' || monthDay <= '01-03') return '年末年始';
  const weekday = new Date(utc(day)).getUTCDay();
  if (weekday === 0) return '日曜日';
  return weekday === 6 ? '土曜日' : undefined;
}

/** Why nobody works on this day: 行政機関の休日に関する法律 第1条. Undefined on a workday. */
export const closedFor = (day: string, holidays: Holidays): string | undefined =>
  holidays.get(day) ?? lookAhead(day).rest;

export const isWorkday = (day: string, holidays: Holidays): boolean => closedFor(day, holidays) === undefined;

export interface Skipped {
  day: string;
  name: string;
}

/** The nth workday after a day, and the days skipped on the way. With 0, the day itself or else the next workday. */
export function walk(from: string, workdays: number, holidays: Holidays): { day: string; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  let day = workdays === 0 ? from : lookAhead(from).next;
  for (let left = Math.max(workdays, 1); ; day = lookAhead(day).next) {
    const name = closedFor(day, holidays);
    if (name !== undefined) skipped.push({ day, name });
    else if (--left === 0) return { day, skipped };
  }
}

/** The nth workday after a day, or before it when n is negative. With 0, the day itself or else the next workday. */
export function addWorkdays(day: string, n: number, holidays: Holidays): string {
  if (n >= 0) return walk(day, n, holidays).day;
  let at = day;
  for (let left = -n; left > 0; ) {
    at = plusDays(at, -1);
    if (isWorkday(at, holidays)) left -= 1;
  }
  return at;
}

/** How many workdays lie after `from`, up to and with `to`; negative when `to` comes first. Takes no longer for years. */
export function workdaysBetween(from: string, to: string, holidays: Holidays): number {
  const closed = closedWeekdays(holidays);
  const until = (day: string) => weekdaysUntil(utc(day) / DAY) - upTo(closed, utc(day) / DAY);
  return until(to) - until(from);
}

/** Mondays to Fridays from Monday, 29 December 1969, up to and with this day since 1970. */
function weekdaysUntil(day: number): number {
  const days = day + 4;
  return Math.floor(days / 7) * 5 + Math.min(((days % 7) + 7) % 7, 5);
}

const known = new WeakMap<Holidays, readonly number[]>();

/** The Mondays to Fridays without work, as days since 1970 in order. */
function closedWeekdays(holidays: Holidays): readonly number[] {
  const found = known.get(holidays);
  if (found) return found;
  const yearEnds = Array.from({ length: 200 }, (_, i) => 1950 + i).flatMap((year) =>
    ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'].map((day) => `${year}-${day}`),
  );
  const closed = [...new Set([...holidays.keys(), ...yearEnds])]
    .filter((day) => ![0, 6].includes(new Date(utc(day)).getUTCDay()))
    .map((day) => utc(day) / DAY)
    .sort((left, right) => left - right);
  known.set(holidays, closed);
  return closed;
}

/** How many of the ordered numbers are not above the limit. */
function upTo(ordered: readonly number[], limit: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
