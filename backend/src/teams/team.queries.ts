import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Team, TeamFilter, TeamMember, Teams } from '../contract/teams.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { binder } from '../platform/sql/bind.js';
import { allowedTeamActions, readsSupport } from './policy.js';
import { teamOf } from './stored-team.js';
import { teamConditions } from './team-conditions.js';
import { themeOf } from './theme.queries.js';

const SUMMARY = `t.id, ${MUNICIPALITY_LABEL} AS municipality, t.municipality_code AS "municipalityCode",
  json_build_object('id', r.id, 'name', r.name, 'state', r.state) AS round, t.ended_at AS "endedAt"`;

const JOINED = `ARRAY(SELECT j.label FROM (SELECT ${MUNICIPALITY_LABEL} AS label, ap.position FROM application_places ap
  JOIN municipalities m ON m.code = ap.code WHERE ap.application_id = t.application_id AND ap.what = 'member') j ORDER BY j.position)`;

/** Teams as their readers see them. */
@Injectable()
export class TeamQueries {
  constructor(private readonly db: DataSource) {}

  /** The newest 年度 first, then by 団体コード. */
  async list(actor: Actor, { page, size, ...filter }: TeamFilter): Promise<Teams> {
    const { bind, values } = binder();
    const from = `FROM teams t JOIN rounds r ON r.id = t.round_id JOIN municipalities m ON m.code = t.municipality_code
      WHERE ${teamConditions(actor, filter, bind)}`;
    const [{ total }]: [{ total: number }] = await this.db.query(`SELECT count(*)::int AS total ${from}`, values);
    const rows: (Teams['items'][number] & { endedAt: Date | null })[] = await this.db.query(
      `SELECT ${SUMMARY}, coalesce((
         SELECT json_agg(json_build_object('name', p.name, 'ministry', mi.name) ORDER BY mi.sort, p.id)
         FROM team_members tm JOIN people p ON p.id = tm.person_id JOIN applications a ON a.id = tm.application_id
         JOIN ministries mi ON mi.id = a.ministry_id WHERE tm.team_id = t.id AND tm.left_on IS NULL), '[]') AS members
       ${from} ORDER BY r.fiscal_year DESC, t.municipality_code, t.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return {
      items: rows.map((row) => ({ ...row, endedAt: row.endedAt && new Date(row.endedAt).toISOString() })),
      total,
    };
  }

  async get(actor: Actor, id: string): Promise<Team> {
    const standing = await teamOf(this.db, actor, id);
    const [row]: (Pick<Team, 'id' | 'municipality' | 'municipalityCode' | 'round' | 'joined' | 'wish' | 'problems'> & {
      endedAt: Date | null;
    })[] = await this.db.query(
      `SELECT ${SUMMARY}, ${JOINED} AS joined, coalesce(a.sheet ->> 'wish', '') AS wish, coalesce((
         SELECT json_agg(json_build_object('field', coalesce(f.name, ''), 'text', coalesce(pr.one ->> 'text', '')) ORDER BY pr.position)
         FROM jsonb_array_elements(a.sheet -> 'problems') WITH ORDINALITY pr (one, position)
         LEFT JOIN policy_fields f ON f.code = pr.one ->> 'field'), '[]') AS problems
       FROM teams t JOIN rounds r ON r.id = t.round_id JOIN municipalities m ON m.code = t.municipality_code
       JOIN applications a ON a.id = t.application_id WHERE t.id = $1`,
      [id],
    );
    if (!row) throw new Error(`no such team: ${id}`);
    return {
      ...row,
      endedAt: row.endedAt && new Date(row.endedAt).toISOString(),
      members: await this.members(actor, id),
      theme: await themeOf(this.db, id),
      readsSupport: readsSupport(actor, standing),
      allowedActions: allowedTeamActions(actor, standing),
    };
  }

  private members(actor: Actor, id: string): Promise<TeamMember[]> {
    return this.db.query(
      `SELECT tm.id, tm.person_id AS "personId", p.name, mi.name AS ministry, tm.introduction, tm.version,
              concat_ws(' ', a.sheet ->> 'division', a.sheet ->> 'position') AS post,
              tm.joined_on::text AS "joinedOn", tm.left_on::text AS "leftOn",
              tm.leaving_reason AS "leavingReason", tm.hand_over AS "handOver", tm.person_id = $2 AS me
       FROM team_members tm JOIN people p ON p.id = tm.person_id JOIN applications a ON a.id = tm.application_id
       JOIN ministries mi ON mi.id = a.ministry_id WHERE tm.team_id = $1
       ORDER BY tm.left_on NULLS FIRST, mi.sort, tm.joined_on, tm.id`,
      [id, actor.id],
    );
  }
}
