import type { EntityManager } from 'typeorm';
import type { ReportContent, ReportDocument, ReportKind, ReportState } from '../contract/team-reports.js';
import { found } from '../platform/errors.js';
import type { Fill } from './fill.js';

export interface StoredReport {
  id: string;
  teamId: string;
  kind: ReportKind;
  state: ReportState;
  version: number;
  content: ReportContent;
  filled: Fill;
  filledAt: Date;
  agreedAt: Date | null;
  document: ReportDocument | null;
}

/** A report; whether the actor reads its team is asked of the team. @throws DomainError notFound */
export async function reportOf(db: Pick<EntityManager, 'query'>, id: string): Promise<StoredReport> {
  const rows: StoredReport[] = await db.query(
    `SELECT id, team_id AS "teamId", kind, state, version, content, filled, filled_at AS "filledAt",
            agreed_at AS "agreedAt", document FROM team_reports WHERE id = $1`,
    [id],
  );
  return found(rows[0]);
}
