import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type {
  NewReport,
  ReasonReport,
  RefillReport,
  ReportAction,
  ReportContent,
  ReportDocument,
  SaveReport,
  StepReport,
} from '../contract/team-reports.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, sameVersion } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { type Fill, fillOf, openingOf, refilled } from './fill.js';
import { refuseGaps } from './gaps.js';
import { nextReportState } from './lifecycle.js';
import { mayReport } from './policy.js';
import { documentOf } from './report-document.js';
import { reportOf, type StoredReport } from './stored-report.js';

interface Change {
  content?: ReportContent;
  filled?: Fill;
  /** What the town agrees to; null takes the agreement away. */
  document?: ReportDocument | null;
}

interface Circumstances {
  version: number;
  reason?: string;
  change?: (report: StoredReport, tx: EntityManager) => Promise<Change> | Change;
}

/** 中間報告 and 最終報告: filled from the entries, written by the team, agreed to by the town, received by the 事務局. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  begin(actor: Actor, teamId: string, { kind }: NewReport): Promise<string> {
    return this.db.transaction(async (tx) => {
      authorize(mayTeam(actor, 'write', await teamOf(tx, actor, teamId, 'FOR UPDATE OF t')));
      const filled = await fillOf(tx, teamId);
      const content = await openingOf(tx, teamId, kind, filled);
      const made: { id: string }[] = await tx.query(
        `INSERT INTO team_reports (team_id, kind, state, version, content, filled, filled_at, created_by, created_at, updated_by, updated_at)
         VALUES ($1, $2, 'drafting', 1, $3, $4, $6, $5, $6, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
        [teamId, kind, JSON.stringify(content), JSON.stringify(filled), personId(actor), this.clock.now()],
      );
      const id = made[0]?.id;
      if (!id) throw new DomainError('conflict', 'teamReport.exists', 'この報告は、すでに作成されています。');
      await this.keep(tx, actor, { id, version: 1, content });
      await record(tx, {
        type: 'teamReport.begin',
        subjectId: teamId,
        actor,
        data: { itemId: id, kind, to: 'drafting' },
      });
      return id;
    });
  }

  save(actor: Actor, id: string, { version, ...content }: SaveReport): Promise<number> {
    return this.step(actor, id, 'save', { version, change: () => ({ content }) });
  }

  refill(actor: Actor, id: string, { version, append }: RefillReport): Promise<number> {
    return this.step(actor, id, 'refill', {
      version,
      change: async ({ teamId, content, filled }, tx) => refilled(content, filled, await fillOf(tx, teamId), append),
    });
  }

  propose(actor: Actor, id: string, { version }: StepReport): Promise<number> {
    return this.step(actor, id, 'propose', {
      version,
      change: ({ kind, content }) => {
        refuseGaps(kind, content);
        return {};
      },
    });
  }

  recall(actor: Actor, id: string, { version }: StepReport): Promise<number> {
    return this.step(actor, id, 'recall', { version });
  }

  /** From here on the report is what the town read, whatever becomes of KPI and members. */
  agree(actor: Actor, id: string, { version }: StepReport): Promise<number> {
    return this.step(actor, id, 'agree', {
      version,
      change: async (report, tx) => ({ document: await documentOf(tx, report) }),
    });
  }

  sendBack(actor: Actor, id: string, { version, reason }: ReasonReport): Promise<number> {
    return this.step(actor, id, 'sendBack', { version, reason });
  }

  close(actor: Actor, id: string, { version }: StepReport): Promise<number> {
    return this.step(actor, id, 'close', { version });
  }

  reopen(actor: Actor, id: string, { version, reason }: ReasonReport): Promise<number> {
    return this.step(actor, id, 'reopen', { version, reason, change: () => ({ document: null }) });
  }

  /** The one way a report moves: lock the team, ask the policy, take the step, write it down. */
  private step(actor: Actor, id: string, action: ReportAction, how: Circumstances): Promise<number> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, (await reportOf(tx, id)).teamId, 'FOR UPDATE OF t');
      const report = await reportOf(tx, id);
      authorize(mayReport(actor, action, team));
      const to = nextReportState(report.state, action);
      sameVersion(report.version, how.version, { version: report.version, ...report.content });
      const change = (await how.change?.(report, tx)) ?? {};
      const version = report.version + 1;
      await this.write(tx, actor, { ...report, ...change, state: to, version }, change);
      if (change.content) await this.keep(tx, actor, { id, version, content: change.content });
      await record(tx, {
        ...{ type: `teamReport.${action}`, subjectId: report.teamId, actor, reason: how.reason },
        data: { itemId: id, kind: report.kind, from: report.state, to },
      });
      return version;
    });
  }

  private async write(tx: EntityManager, actor: Actor, report: StoredReport, change: Change): Promise<void> {
    const [now, by] = [this.clock.now(), personId(actor)];
    await tx.query(
      `UPDATE team_reports SET state = $2, version = $3, content = $4, filled = $5, updated_by = $6, updated_at = $7,
              filled_at = CASE WHEN $8 THEN $7 ELSE filled_at END, document = $9,
              agreed_by = CASE WHEN $9::jsonb IS NULL THEN NULL WHEN $10 THEN $6 ELSE agreed_by END,
              agreed_at = CASE WHEN $9::jsonb IS NULL THEN NULL WHEN $10 THEN $7 ELSE agreed_at END
       WHERE id = $1`,
      [
        ...[report.id, report.state, report.version, JSON.stringify(report.content), JSON.stringify(report.filled)],
        ...[by, now, change.filled !== undefined, report.document && JSON.stringify(report.document)],
        Boolean(change.document),
      ],
    );
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { id, version, content }: Pick<StoredReport, 'id' | 'version' | 'content'>,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO team_report_versions (report_id, version, content, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)',
      [id, version, JSON.stringify(content), personId(actor), this.clock.now()],
    );
  }
}
