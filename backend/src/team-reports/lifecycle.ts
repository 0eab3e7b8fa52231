import type { ReportAction, ReportState } from '../contract/team-reports.js';
import { DomainError } from '../platform/errors.js';

interface Step {
  moves: Partial<Record<ReportState, ReportState>>;
  /** `writer`: a member, the town or the 事務局; `approver`: of the town. */
  by: 'writer' | 'member' | 'approver' | 'secretariat';
}

/** The whole life of a report. A state changes only by a row of this table. */
export const REPORT_LIFECYCLE: Record<ReportAction, Step> = {
  save: { moves: { drafting: 'drafting' }, by: 'writer' },
  refill: { moves: { drafting: 'drafting' }, by: 'writer' },
  propose: { moves: { drafting: 'proposed' }, by: 'member' },
  recall: { moves: { proposed: 'drafting' }, by: 'member' },
  agree: { moves: { proposed: 'agreed' }, by: 'approver' },
  sendBack: { moves: { proposed: 'drafting' }, by: 'approver' },
  close: { moves: { agreed: 'closed' }, by: 'secretariat' },
  reopen: { moves: { agreed: 'drafting', closed: 'drafting' }, by: 'secretariat' },
};

/** @throws DomainError conflict, when the table has no such step from here. */
export function nextReportState(from: ReportState, action: ReportAction): ReportState {
  const to = REPORT_LIFECYCLE[action].moves[from];
  if (!to) {
    throw new DomainError(
      'conflict',
      'teamReport.wrong_state',
      '報告の状態が変わっています。画面を読み込み直して、最新の状態を確認してください。',
    );
  }
  return to;
}
