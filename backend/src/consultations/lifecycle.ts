import type { Role } from '../contract/identity.js';
import type { ConsultationAction, ConsultationState } from '../contract/lifecycle.js';
import { DomainError } from '../platform/errors.js';

type By = Extract<Role, 'municipality' | 'approver' | 'desk' | 'manager' | 'secretariat' | 'officer'> | 'system';

interface Step {
  /** From which state to which. */
  moves: Partial<Record<ConsultationState, ConsultationState>>;
  by: readonly By[];
  /** Whether the town reads this row in the history. */
  audience: 'town' | 'inward';
}

const TOWN: readonly By[] = ['municipality', 'approver'];
const DESK: readonly By[] = ['desk', 'manager'];

const into = (to: ConsultationState, ...from: ConsultationState[]): Step['moves'] =>
  Object.fromEntries(from.map((state) => [state, to]));

/**
 * The whole life of a 相談. A state changes only by a row of this table (domain.md §3; INF where the sources are silent).
 * A request for 後方支援 goes the steps of `secretariat` and `officer` only (docs/adr/0031).
 * 打合せ (C10) runs in parallel and has a small table of its own in `meetings/`.
 */
export const LIFECYCLE: Record<ConsultationAction, Step> = {
  requestReview: {
    moves: { draft: 'reviewing', returned: 'correcting' },
    by: TOWN,
    audience: 'town',
  },
  sendBackToAuthor: {
    moves: { reviewing: 'draft', correcting: 'returned' },
    by: ['approver'],
    audience: 'town',
  },
  submit: {
    moves: into('submitted', 'draft', 'reviewing', 'returned', 'correcting'),
    by: ['approver', 'desk'],
    audience: 'town',
  },
  take: { moves: { submitted: 'checking' }, by: DESK, audience: 'town' },
  return: {
    moves: { checking: 'returned', triaged: 'returned' },
    by: DESK,
    audience: 'town',
  },
  triage: { moves: { checking: 'triaged' }, by: DESK, audience: 'town' },
  inquire: {
    moves: into('inquiring', 'triaged', 'inquiring', 'collected', 'drafting', 'followUp'),
    by: [...DESK, 'secretariat'],
    audience: 'town',
  },
  collect: {
    moves: { inquiring: 'collected' },
    by: ['system'],
    audience: 'town',
  },
  draftReply: {
    moves: into('drafting', 'triaged', 'collected', 'followUp'),
    by: DESK,
    audience: 'town',
  },
  requestApproval: {
    moves: { drafting: 'approving' },
    by: DESK,
    audience: 'inward',
  },
  recallApproval: {
    moves: { approving: 'drafting' },
    by: DESK,
    audience: 'inward',
  },
  sendBackReply: {
    moves: { approving: 'drafting' },
    by: ['manager'],
    audience: 'inward',
  },
  approve: {
    moves: { approving: 'replied' },
    by: ['manager'],
    audience: 'town',
  },
  followUp: {
    moves: { replied: 'followUp' },
    by: [...TOWN, ...DESK],
    audience: 'town',
  },
  proposeClose: {
    moves: { replied: 'closing', followUp: 'closing' },
    by: DESK,
    audience: 'town',
  },
  agreeClose: { moves: { closing: 'closed' }, by: TOWN, audience: 'town' },
  declineClose: { moves: { closing: 'followUp' }, by: TOWN, audience: 'town' },
  closeBySilence: {
    moves: { closing: 'closed' },
    by: ['system'],
    audience: 'town',
  },
  wishReopen: { moves: { closed: 'closed' }, by: TOWN, audience: 'town' },
  reopen: { moves: { closed: 'triaged' }, by: DESK, audience: 'town' },
  withdraw: {
    moves: into(
      'withdrawn',
      ...(['draft', 'reviewing', 'submitted', 'checking', 'returned', 'correcting'] as const),
      ...(['triaged', 'inquiring', 'collected', 'drafting', 'approving'] as const),
    ),
    by: [...TOWN, ...DESK, 'officer'],
    audience: 'town',
  },
  guide: {
    moves: into('outOfScope', 'checking', 'triaged'),
    by: DESK,
    audience: 'town',
  },
  merge: {
    moves: into('merged', 'submitted', 'checking', 'triaged'),
    by: DESK,
    audience: 'town',
  },
  unmerge: { moves: { merged: 'checking' }, by: DESK, audience: 'town' },
  accept: { moves: { submitted: 'triaged' }, by: ['secretariat'], audience: 'inward' },
  answerTeam: { moves: into('closed', 'triaged', 'collected'), by: ['secretariat'], audience: 'inward' },
};

/** @throws DomainError conflict, when the table has no such step from here. */
export function nextState(from: ConsultationState, action: ConsultationAction): ConsultationState {
  const to = LIFECYCLE[action].moves[from];
  if (!to) {
    throw new DomainError(
      'conflict',
      'consultation.wrong_state',
      '現在の状態では、この操作を行えません。画面を読み込み直して、最新の状態を確認してください。',
    );
  }
  return to;
}
