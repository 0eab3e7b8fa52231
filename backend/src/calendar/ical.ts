/** An entry of a calendar file (RFC 5545). Days are Tokyo days; the last one is included. */
export interface CalendarEvent {
  /** Unique in our house. */
  id: string;
  when: { from: Date; until: Date } | { firstDay: string; lastDay: string };
  summary: string;
  url: string;
  location?: string;
  /** Raised with every change, so that calendars replace the old one. */
  sequence?: number;
  cancelled?: boolean;
}

interface CalendarFileOf {
  /** What a mailed file asks the calendar to do; a feed asks nothing. */
  method?: 'REQUEST' | 'CANCEL';
  /** What the calendar is called where somebody subscribes to it. */
  name?: string;
  host: string;
  at: Date;
  events: readonly CalendarEvent[];
}

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
const text = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
const date = (day: string) => day.replaceAll('-', '');
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

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

function eventLines({ id, when, summary, url, location, sequence, cancelled }: CalendarEvent, host: string, at: Date) {
  const days =
    'from' in when
      ? [`DTSTART:${stamp(when.from)}`, `DTEND:${stamp(when.until)}`]
      : [`DTSTART;VALUE=DATE:${date(when.firstDay)}`, `DTEND;VALUE=DATE:${date(dayAfter(when.lastDay))}`];
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    `DTSTAMP:${stamp(at)}`,
    ...days,
    `SUMMARY:${text(summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${text(location)}`]),
    `URL:${url}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

export function calendarText({ method, name, host, at, events }: CalendarFileOf): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Musubi//JA',
    ...(method ? [`METHOD:${method}`] : []),
    ...(name ? [`X-WR-CALNAME:${text(name)}`, 'X-WR-TIMEZONE:Asia/Tokyo'] : []),
    ...events.flatMap((event) => eventLines(event, host, at)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** A calendar file as it goes with a mail. */
export interface CalendarFile {
  method: 'REQUEST' | 'CANCEL';
  filename: string;
  content: string;
}

/** The invitation to one thing, or its withdrawal. */
export function invitationTo(event: CalendarEvent, baseUrl: string, at: Date): CalendarFile {
  const method = event.cancelled ? 'CANCEL' : 'REQUEST';
  const content = calendarText({ method, host: new URL(baseUrl).hostname, at, events: [event] });
  return { method, filename: 'meeting.ics', content };
}
