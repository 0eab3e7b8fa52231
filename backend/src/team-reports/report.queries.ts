import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarEntry } from '../contract/rounds.js';
import {
  type ReportDocument,
  ReportKind,
  type TeamReport,
  type TeamReportSummary,
  type TeamReports,
} from '../contract/team-reports.js';
import type { Actor } from '../identity/actor.js';
import { instant } from '../platform/sql/json.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { dueOf } from './due.js';
import { fillOf, newsOf } from './fill.js';
import { HISTORY_WORDS } from './history-words.js';
import { allowedReportActions } from './policy.js';
import { documentOf } from './report-document.js';
import { reportOf, type StoredReport } from './stored-report.js';

@Injectable()
export class ReportQueries {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, teamId: string): Promise<TeamReports> {
    const team = await teamOf(this.db, actor, teamId);
    const calendar = await this.calendarOf(teamId);
    const rows: (NonNullable<TeamReportSummary['report']> & { kind: ReportKind })[] = await this.db.query(
      `SELECT id, kind, state, ${instant('updated_at')} AS "updatedAt" FROM team_reports WHERE team_id = $1`,
      [teamId],
    );
    const items = ReportKind.options.map((kind) => {
      const { kind: _, ...report } = rows.find((row) => row.kind === kind) ?? {};
      return { kind, dueOn: dueOf(calendar, kind), report: 'id' in report ? report : null };
    });
    return { items: items as TeamReportSummary[], mayBegin: mayTeam(actor, 'write', team) };
  }

  async get(actor: Actor, id: string): Promise<TeamReport> {
    const report = await reportOf(this.db, id);
    const { teamId, kind, state, version, content, filled, filledAt } = report;
    const team = await teamOf(this.db, actor, teamId);
    const allowedActions = allowedReportActions(actor, state, team);
    const mayRefill = allowedActions.includes('refill');
    return {
      ...(await this.documentOf(report)),
      ...{ id, teamId, state, version, filledAt: filledAt.toISOString() },
      dueOn: dueOf(await this.calendarOf(teamId), kind),
      news: mayRefill ? newsOf(content, filled, await fillOf(this.db, teamId)) : [],
      history: await this.historyOf(report),
      allowedActions,
    };
  }

  /** For paper. */
  async printed(actor: Actor, id: string): Promise<{ document: ReportDocument; report: StoredReport }> {
    const report = await reportOf(this.db, id);
    await teamOf(this.db, actor, report.teamId);
    return { document: await this.documentOf(report), report };
  }

  /** What the town agreed to stays as it was. */
  private async documentOf(report: StoredReport): Promise<ReportDocument> {
    return report.document ?? documentOf(this.db, report);
  }

  private async calendarOf(teamId: string): Promise<CalendarEntry[]> {
    const [row]: { calendar: CalendarEntry[] }[] = await this.db.query(
      'SELECT r.calendar FROM teams t JOIN rounds r ON r.id = t.round_id WHERE t.id = $1',
      [teamId],
    );
    return row?.calendar ?? [];
  }

  private async historyOf({ id, teamId }: StoredReport): Promise<TeamReport['history']> {
    const rows: { at: string; by: string | null; action: keyof typeof HISTORY_WORDS; reason: string | null }[] =
      await this.db.query(
        `SELECT ${instant('e.occurred_at')} AS at, p.name AS by, split_part(e.type, '.', 2) AS action, e.reason
         FROM events e LEFT JOIN people p ON p.id = e.actor_id
         WHERE e.subject_id = $1 AND e.type LIKE 'teamReport.%' AND e.data ->> 'itemId' = $2 ORDER BY e.id DESC LIMIT 50`,
        [teamId, id],
      );
    return rows.map(({ action, ...row }) => ({ ...row, what: HISTORY_WORDS[action] }));
  }
}
