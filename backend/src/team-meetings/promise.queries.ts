import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { Paging } from '../contract/paging.js';
import type { TeamPromise, TeamPromises } from '../contract/team-meetings.js';
import { type Actor, hasRole, municipalitiesOf } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { isTeamOf, mayTeam, readableTeams } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';

type Row = Omit<TeamPromise, 'doneAt' | 'overdue' | 'allowedActions'> & { doneAt: Date | null };

const PROMISES = `FROM promises pr JOIN teams t ON t.id = pr.team_id JOIN rounds r ON r.id = t.round_id
  JOIN municipalities m ON m.code = t.municipality_code LEFT JOIN people o ON o.id = pr.owner_id
  LEFT JOIN people d ON d.id = pr.done_by`;
const SHOWN = `pr.id, pr.team_id AS "teamId", ${MUNICIPALITY_LABEL} AS municipality, pr.meeting_id AS "meetingId", pr.text,
  pr.owner_kind AS "ownerKind", CASE pr.owner_kind WHEN 'town' THEN ${MUNICIPALITY_LABEL} ELSE coalesce(o.name, 'チーム') END AS owner, pr.due_on::text AS "dueOn",
  pr.done_at AS "doneAt", d.name AS "doneBy"`;
const ORDER = 'ORDER BY pr.done_at DESC NULLS FIRST, pr.due_on, pr.id';

const ofOfficer = (person: string): string => `pr.owner_id = ${person} OR pr.owner_kind = 'team' AND pr.owner_id IS NULL
  AND EXISTS (SELECT 1 FROM team_members tm WHERE tm.team_id = t.id AND tm.left_on IS NULL AND tm.person_id = ${person})`;

@Injectable()
export class PromiseQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** Of a team: the open ones first, by their due day. */
  async ofTeam(actor: Actor, teamId: string, paging: Paging): Promise<TeamPromises> {
    const team = await teamOf(this.db, actor, teamId);
    const writes = mayTeam(actor, 'write', team);
    return this.page((bind) => `pr.team_id = ${bind(teamId)}`, paging, writes);
  }

  /** Of one 会議. */
  async ofMeeting(meetingId: string, writes: boolean): Promise<TeamPromise[]> {
    const rows: Row[] = await this.db.query(`SELECT ${SHOWN} ${PROMISES} WHERE pr.meeting_id = $1 ${ORDER}`, [
      meetingId,
    ]);
    return rows.map((row) => this.shown(row, writes));
  }

  /** What the actor, the whole team, or the town of the actor still has to do in a year that runs. */
  mine(actor: Actor, paging: Paging): Promise<TeamPromises> {
    const towns = municipalitiesOf(actor, 'municipality', 'approver');
    return this.page(
      (
        bind,
      ) => `pr.done_at IS NULL AND r.state = 'running' AND t.ended_at IS NULL AND ${readableTeams(actor, bind)} AND (
        ${hasRole(actor, 'officer') ? ofOfficer(bind(actor.id)) : 'false'}
        OR pr.owner_kind = 'town' AND ${isTeamOf(bind(towns))})`,
      paging,
      true,
    );
  }

  private async page(where: (bind: Bind) => string, { page, size }: Paging, writes: boolean): Promise<TeamPromises> {
    const { bind, values } = binder();
    const from = `${PROMISES} WHERE ${where(bind)}`;
    const [{ total }]: [{ total: number }] = await this.db.query(`SELECT count(*)::int AS total ${from}`, values);
    const rows: Row[] = await this.db.query(
      `SELECT ${SHOWN} ${from} ${ORDER} LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map((row) => this.shown(row, writes)), total };
  }

  private shown({ doneAt, ...row }: Row, writes: boolean): TeamPromise {
    return {
      ...row,
      doneAt: doneAt?.toISOString() ?? null,
      overdue: !doneAt && row.dueOn < this.calendar.today(),
      allowedActions: writes ? [doneAt ? 'reopen' : 'finish'] : [],
    };
  }
}
