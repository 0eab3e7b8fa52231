import { plusDays } from '../calendar/workdays.js';
import { tokyoDay, tokyoTime } from '../contract/calendar.js';
import type { Moment, NoticeHours } from '../contract/notices.js';
import type { Config } from '../platform/config.js';

const OFFICE_HOURS = { opensAt: '08:30', closesAt: '18:00', digestAt: '09:00', digestWeekday: 1 };

/** When mails may reach somebody who chose nothing: on business days, Tokyo time, unless the desk is set otherwise. */
export const usualHours = ({ SEND_WINDOW }: Pick<Config, 'SEND_WINDOW'>): NoticeHours => ({
  ...OFFICE_HOURS,
  anyTime: SEND_WINDOW === 'always',
});

interface Workdays {
  isWorkday(day: string): boolean;
}

export const tokyoInstant = (day: string, time: string): Date => new Date(`${day}T${time}:00+09:00`);

/** Whether a mail that can wait may go now. */
export function isOpen(now: Date, hours: NoticeHours, days: Workdays): boolean {
  if (hours.anyTime) return true;
  const time = tokyoTime(now);
  return days.isWorkday(tokyoDay(now)) && time >= hours.opensAt && time < hours.closesAt;
}

/** The first instant, from now on, at which a mail that can wait may go; null: never. */
export function mailFrom(now: Date, moment: Moment, hours: NoticeHours, days: Workdays): Date | null {
  if (moment === 'never') return null;
  if (moment === 'now') return isOpen(now, hours, days) ? now : next(now, hours.opensAt, (day) => days.isWorkday(day));
  if (moment === 'daily') return next(now, hours.digestAt, (day) => days.isWorkday(day));
  return next(now, hours.digestAt, (day) => isDigestDay(day, hours.digestWeekday, days));
}

/** The first time of day, from now on, on a day that suits. */
function next(now: Date, time: string, suits: (day: string) => boolean): Date {
  let day = tokyoDay(now);
  while (tokyoInstant(day, time) < now || !suits(day)) day = plusDays(day, 1);
  return tokyoInstant(day, time);
}

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The chosen weekday, or the first business day after it when it is closed. */
function isDigestDay(day: string, weekday: number, days: Workdays): boolean {
  if (!days.isWorkday(day)) return false;
  let at = day;
  while (weekdayOf(at) !== weekday) {
    at = plusDays(at, -1);
    if (days.isWorkday(at)) return false;
  }
  return true;
}
