import { z } from 'zod';
import { Day } from './calendar.js';

export const CalendarKind = z.enum(['meeting', 'visit', 'promise', 'round']);
export type CalendarKind = z.infer<typeof CalendarKind>;
export const CALENDAR_KIND_LABEL: Record<CalendarKind, string> = {
  meeting: '会議',
  visit: '現地訪問',
  promise: '約束の期限',
  round: '年度の行事',
};

/** One date of the year of a team. */
export const TeamCalendarEntry = z.object({
  kind: CalendarKind,
  id: z.string(),
  /** Null for what takes whole days. */
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  firstDay: Day,
  lastDay: Day,
  title: z.string(),
  done: z.boolean(),
  cancelled: z.boolean(),
});
export type TeamCalendarEntry = z.infer<typeof TeamCalendarEntry>;

export const TeamCalendar = z
  .object({
    items: z.array(TeamCalendarEntry),
    total: z.number().int(),
    today: Day,
    /** Since when the reader has a secret address; null without one. */
    feedSince: z.iso.datetime().nullable(),
  })
  .meta({ id: 'TeamCalendar' });
export type TeamCalendar = z.infer<typeof TeamCalendar>;

/** Shown once: the house keeps only what proves it. */
export const CalendarFeed = z.object({ url: z.url() }).meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
