import type { EntityManager } from 'typeorm';
import type { CalendarFile } from '../calendar/ical.js';
import { calendarFileFor } from '../meetings/calendar-file.js';
import { teamCalendarFileFor } from '../team-meetings/calendar-file.js';
import type { NoticeRow } from './notice-words.js';

const INVITES = /^(meeting\.|teamMeeting\.(plan|move|cancel)\/)/;

/** The calendar file that goes with a mail, if one of its notices is of a date. */
export async function invitationOf(
  tx: EntityManager,
  notices: readonly NoticeRow[],
  baseUrl: string,
  at: Date,
): Promise<CalendarFile | undefined> {
  const notice = notices.find(({ rule }) => INVITES.test(rule));
  if (!notice) return undefined;
  return notice.rule.startsWith('teamMeeting.')
    ? teamCalendarFileFor(tx, String(notice.item_id), baseUrl, at)
    : calendarFileFor(tx, notice.subject_id, baseUrl, at);
}
