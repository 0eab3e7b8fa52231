import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import {
  FINDING_LABEL,
  type HealthFilter,
  type HealthQuery,
  type TeamHealth,
  type TeamHealthRow,
} from '../contract/team-health.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { csv } from '../platform/csv.js';
import { authorize } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';
import { HealthRules } from './rules.service.js';
import { findings, limitsOf, teamFacts } from './team-facts.js';

const ORDER: Record<HealthFilter['order'], string> = {
  worst: 'n.many DESC, coalesce(f.last_contact, f.began)',
  contact: 'coalesce(f.last_contact, f.began)',
  visit: 'coalesce(f.last_visit, f.began)',
  promises: 'f.overdue DESC',
  support: 'f.requests',
  town: 'f.municipality_code',
};

/** All teams in their year, for who runs 伴走支援: what they did and what stands still. */
@Injectable()
export class TeamHealthQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly rules: HealthRules,
  ) {}

  async get(actor: Actor, query: HealthQuery): Promise<TeamHealth> {
    authorize(isInside(actor));
    const rule = await this.rules.inForce();
    const limits = limitsOf(this.calendar, rule);
    const { bind, values } = binder();
    const { finding, roundId, order, page, size } = query;
    const from = `FROM ${teamFacts(bind, limits)} JOIN municipalities m ON m.code = f.municipality_code
      CROSS JOIN LATERAL (SELECT count(*)::int AS many, coalesce(array_agg(i.kind), '{}') AS kinds,
        coalesce(json_agg(json_build_object('kind', i.kind, 'since', i.since, 'remindedOn', k.found_on, 'toldOn', k.told_on)
          ORDER BY i.kind), '[]') AS list FROM (${findings(bind, limits)}) i
        LEFT JOIN team_findings k ON (k.team_id, k.kind, k.since) = (i.team_id, i.kind, i.since) AND k.settled_at IS NULL) n
      WHERE ${roundId ? `f.round_id = ${bind(roundId)}` : 'true'}
        AND ${finding === 'noSupport' ? 'f.requests = 0' : finding ? `${bind(finding)} = ANY (n.kinds)` : 'true'}`;
    const [{ total, found }]: [{ total: number; found: number }] = await this.db.query(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE n.many > 0)::int AS found ${from}`,
      values,
    );
    const rows: (Omit<TeamHealthRow, 'quietWorkdays'> & { quietSince: string })[] = await this.db.query(
      `SELECT f.id AS "teamId", ${MUNICIPALITY_LABEL} AS municipality, f.municipality_code AS "municipalityCode", f.round,
              (SELECT count(*)::int FROM team_members tm WHERE tm.team_id = f.id AND tm.left_on IS NULL) AS members,
              f.last_contact::text AS "lastContactOn", coalesce(f.last_contact, f.began)::text AS "quietSince",
              f.last_visit::text AS "lastVisitOn", f.meetings, f.visits, f.open AS "openPromises",
              f.overdue AS "overduePromises", f.requests AS "supportRequests", n.list AS findings
       ${from} ORDER BY ${ORDER[order]}, f.municipality_code, f.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    const items = rows.map(({ quietSince, ...row }) => ({
      ...row,
      quietWorkdays: Math.max(0, this.calendar.workdaysBetween(quietSince, limits.today)),
    }));
    return { items, total, found, today: limits.today, rule, mayEdit: hasRole(actor, 'secretariat') };
  }

  /** All of them, in the order of the page. */
  async csv(actor: Actor, filter: HealthFilter): Promise<string> {
    const rows: TeamHealthRow[] = [];
    for (let page = 1; ; page++) {
      const { items, total } = await this.get(actor, { ...filter, page, size: 100 });
      rows.push(...items);
      if (items.length === 0 || rows.length >= total) break;
    }
    return csv(COLUMNS, rows.map(cellsOf));
  }
}

const COLUMNS = [
  ...[
    '団体コード',
    '団体',
    '年度',
    '支援官（人）',
    '最後の連絡',
    '連絡のない日数（行政機関の開庁日）',
    '最後の訪問',
    '会議（回）',
  ],
  ...['訪問（回）', '未了の約束（件）', '遅れた約束（件）', '後方支援の依頼（件）', '気になる点'],
];

const cellsOf = (row: TeamHealthRow) => [
  ...[row.municipalityCode, row.municipality, row.round, row.members, row.lastContactOn, row.quietWorkdays],
  ...[row.lastVisitOn, row.meetings, row.visits, row.openPromises, row.overduePromises, row.supportRequests],
  row.findings.map(({ kind }) => FINDING_LABEL[kind]).join('、'),
];
