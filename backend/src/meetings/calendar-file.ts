import type { EntityManager } from 'typeorm';
import { type CalendarFile, invitationTo } from '../calendar/ical.js';

interface Invited {
  id: string;
  consultation_id: string;
  number: string;
  title: string;
  state: string;
  starts_at: Date | null;
  minutes: number | null;
  place: string;
  sequence: number;
}

/** The invitation to a 打合せ for the calendar, or its withdrawal; none while no date is fixed. */
export async function calendarFileFor(
  db: EntityManager,
  meetingId: string,
  baseUrl: string,
  at: Date,
): Promise<CalendarFile | undefined> {
  const [meeting]: Invited[] = await db.query(
    `SELECT m.id, m.consultation_id, c.number, c.title, m.state, m.starts_at, m.minutes, m.place, m.sequence
     FROM meetings m JOIN consultations c ON c.id = m.consultation_id WHERE m.id = $1`,
    [meetingId],
  );
  if (!meeting?.starts_at || !meeting.minutes) return undefined;
  const event = {
    id: meeting.id,
    when: { from: meeting.starts_at, until: new Date(meeting.starts_at.getTime() + meeting.minutes * 60_000) },
    summary: `打合せ（${meeting.number}）${meeting.title}`,
    location: meeting.place,
    url: `${baseUrl}/consultations/${meeting.consultation_id}/meetings`,
    sequence: meeting.sequence,
    cancelled: meeting.state === 'cancelled',
  };
  return invitationTo(event, baseUrl, at);
}
