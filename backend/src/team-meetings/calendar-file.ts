import type { EntityManager } from 'typeorm';
import { type CalendarFile, invitationTo } from '../calendar/ical.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';

interface Invited {
  id: string;
  team_id: string;
  municipality: string;
  state: string;
  starts_at: Date;
  ends_at: Date;
  place: string;
  url: string;
  sequence: number;
}

/** The invitation to a 会議 of a team, or its withdrawal. The address of the meeting stays in the application. */
export async function teamCalendarFileFor(
  db: EntityManager,
  meetingId: string,
  baseUrl: string,
  at: Date,
): Promise<CalendarFile | undefined> {
  const [meeting]: Invited[] = await db.query(
    `SELECT tm.id, tm.team_id, tm.state, tm.starts_at, tm.ends_at, tm.place, tm.url, tm.sequence,
            ${MUNICIPALITY_LABEL} AS municipality
     FROM team_meetings tm JOIN teams t ON t.id = tm.team_id JOIN municipalities m ON m.code = t.municipality_code
     WHERE tm.id = $1`,
    [meetingId],
  );
  if (!meeting) return undefined;
  const event = {
    id: meeting.id,
    when: { from: meeting.starts_at, until: meeting.ends_at },
    summary: `支援チームの会議（${meeting.municipality}）`,
    location: meeting.place || (meeting.url ? 'オンライン' : ''),
    url: `${baseUrl}/teams/${meeting.team_id}/meetings/${meeting.id}`,
    sequence: meeting.sequence,
    cancelled: meeting.state === 'cancelled',
  };
  return invitationTo(event, baseUrl, at);
}
