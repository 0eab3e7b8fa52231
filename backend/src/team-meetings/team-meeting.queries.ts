import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import type { Paging } from '../contract/paging.js';
import type { TeamMeeting, TeamMeetingSummary, TeamMeetings } from '../contract/team-meetings.js';
import type { Actor } from '../identity/actor.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { PromiseQueries } from './promise.queries.js';
import { allowedMeetingActions, meetingOf, textsOf } from './stored-meeting.js';

type Row = Omit<TeamMeetingSummary, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

const SUMMARY = `SELECT tm.id, tm.state, tm.starts_at AS "startsAt", tm.ends_at AS "endsAt", tm.url, tm.place,
    (SELECT count(*)::int FROM promises pr WHERE pr.meeting_id = tm.id AND pr.done_at IS NULL) AS "openPromises"
  FROM team_meetings tm`;

const shown = ({ startsAt, endsAt, ...row }: Row): TeamMeetingSummary => ({
  ...row,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

@Injectable()
export class TeamMeetingQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly promises: PromiseQueries,
  ) {}

  async ofTeam(actor: Actor, teamId: string, { page, size }: Paging): Promise<TeamMeetings> {
    const team = await teamOf(this.db, actor, teamId);
    const [{ total }]: [{ total: number }] = await this.db.query(
      'SELECT count(*)::int AS total FROM team_meetings WHERE team_id = $1',
      [teamId],
    );
    const rows: Row[] = await this.db.query(
      `${SUMMARY} WHERE tm.team_id = $1 ORDER BY tm.starts_at DESC, tm.id LIMIT $2 OFFSET $3`,
      [teamId, size, (page - 1) * size],
    );
    const [next]: Row[] = await this.db.query(
      `${SUMMARY} WHERE tm.team_id = $1 AND tm.state = 'planned' AND tm.ends_at > $2 ORDER BY tm.starts_at, tm.id LIMIT 1`,
      [teamId, this.clock.now()],
    );
    return {
      items: rows.map(shown),
      total,
      next: next ? shown(next) : null,
      mayWrite: mayTeam(actor, 'write', team),
    };
  }

  async get(actor: Actor, id: string): Promise<TeamMeeting> {
    const { team, meeting } = await meetingOf(this.db, actor, id);
    const { startsAt, endsAt } = meeting;
    const promises = await this.promises.ofMeeting(id, mayTeam(actor, 'write', team));
    return {
      ...meeting,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
      openPromises: promises.filter(({ doneAt }) => !doneAt).length,
      texts: await textsOf(this.db, id),
      promises,
      allowedActions: allowedMeetingActions(actor, team, meeting, tokyoDay(this.clock.now())),
    };
  }
}
