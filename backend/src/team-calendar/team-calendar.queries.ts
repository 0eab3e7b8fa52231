import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { tokyoDay } from '../contract/calendar.js';
import type { TeamCalendar, TeamCalendarEntry } from '../contract/team-calendar.js';
import { type Actor, personId } from '../identity/actor.js';
import { teamOf } from '../teams/stored-team.js';

type Row = Pick<TeamCalendarEntry, 'kind' | 'id' | 'title' | 'done' | 'cancelled'> & {
  startsAt: Date | null;
  endsAt: Date | null;
  firstDay: string | null;
  lastDay: string | null;
  sequence: number;
};
export type DatedEntry = TeamCalendarEntry & { sequence: number };

/** What has a date in the year of a team, one source each, on $1, the team. */
const SOURCES: readonly string[] = [
  `SELECT 'meeting' AS kind, tm.id::text AS id, tm.starts_at AS "startsAt", tm.ends_at AS "endsAt", NULL::text AS "firstDay",
     NULL::text AS "lastDay", '会議' AS title, tm.state = 'held' AS done, tm.state = 'cancelled' AS cancelled, tm.sequence
   FROM team_meetings tm WHERE tm.team_id = $1`,
  `SELECT 'visit', v.id::text, NULL, NULL, v.starts_on::text, v.ends_on::text, '現地訪問', v.state = 'done',
     v.state = 'cancelled', v.version
   FROM visits v WHERE v.team_id = $1`,
  `SELECT 'promise', pr.id::text, NULL, NULL, pr.due_on::text, pr.due_on::text, pr.text, pr.done_at IS NOT NULL, false, 0
   FROM promises pr WHERE pr.team_id = $1`,
  `SELECT 'round', e.key, NULL, NULL, e."on", e."on", e.label, false, false, 0
   FROM teams t JOIN rounds r ON r.id = t.round_id, jsonb_to_recordset(r.calendar) AS e (key text, label text, "on" text)
   WHERE t.id = $1`,
];

/** Everything with a date, in the order of the days. */
export async function entriesOf(db: Pick<EntityManager, 'query'>, teamId: string): Promise<DatedEntry[]> {
  const rows: Row[] = await db.query(SOURCES.join(' UNION ALL '), [teamId]);
  const entries = rows.map(({ startsAt, endsAt, firstDay, lastDay, ...row }) => ({
    ...row,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    firstDay: firstDay ?? tokyoDay(startsAt ?? ''),
    lastDay: lastDay ?? tokyoDay(endsAt ?? ''),
  }));
  const place = ({ firstDay, startsAt, kind, id }: DatedEntry) => `${firstDay} ${startsAt ?? ''} ${kind} ${id}`;
  return entries.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

@Injectable()
export class TeamCalendarQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** The whole year of a team. */
  async get(actor: Actor, teamId: string): Promise<TeamCalendar> {
    await teamOf(this.db, actor, teamId);
    const items = await entriesOf(this.db, teamId);
    const [feed]: { since: Date }[] = await this.db.query(
      'SELECT created_at AS since FROM team_calendars WHERE person_id = $1 AND team_id = $2',
      [personId(actor), teamId],
    );
    return { items, total: items.length, today: this.calendar.today(), feedSince: feed?.since.toISOString() ?? null };
  }
}
