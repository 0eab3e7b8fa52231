import type { EntityManager } from 'typeorm';

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

export interface CalendarFile {
  method: 'REQUEST' | 'CANCEL';
  filename: string;
  content: string;
}

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
const text = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Content lines are folded at 75 octets (RFC 5545, 3.1), never inside a character. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 73) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
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
  const method = meeting.state === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const ends = new Date(meeting.starts_at.getTime() + meeting.minutes * 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Musubi//JA',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${meeting.id}@${new URL(baseUrl).hostname}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(meeting.starts_at)}`,
    `DTEND:${stamp(ends)}`,
    `SUMMARY:${text(`打合せ（${meeting.number}）${meeting.title}`)}`,
    `LOCATION:${text(meeting.place)}`,
    `URL:${baseUrl}/consultations/${meeting.consultation_id}/meetings`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { method, filename: 'meeting.ics', content: `${lines.map(folded).join('\r\n')}\r\n` };
}
