import type { ApplicationAction, ApplicationState } from '../contract/applications.js';
import type { RoundState } from '../contract/rounds.js';
import { DomainError } from '../platform/errors.js';

type By = 'writer' | 'submitter' | 'secretariat';

interface Step {
  from: readonly ApplicationState[];
  to: ApplicationState;
  /** `writer`: who writes it; `submitter`: who lets it leave the office — the approver of a town, the officer. */
  by: readonly By[];
  /** In which states of the round. */
  during: readonly RoundState[];
}

const SELECTING = ['selecting'] as const;
const UNTIL_END = ['open', 'closed', 'selecting', 'matching', 'appointed', 'running'] as const;

/** The whole life of an 応募. A state changes only by a row of this table. */
export const APPLICATION_LIFECYCLE: Record<ApplicationAction, Step> = {
  requestReview: { from: ['draft'], to: 'draft', by: ['writer'], during: ['open'] },
  submit: { from: ['draft'], to: 'submitted', by: ['submitter'], during: ['open'] },
  withdraw: {
    from: ['draft', 'submitted', 'chosen', 'reserve', 'notChosen'],
    to: 'withdrawn',
    by: ['submitter', 'secretariat'],
    during: UNTIL_END,
  },
  choose: { from: ['submitted'], to: 'chosen', by: ['secretariat'], during: SELECTING },
  keepInReserve: { from: ['submitted'], to: 'reserve', by: ['secretariat'], during: SELECTING },
  notChoose: { from: ['submitted'], to: 'notChosen', by: ['secretariat'], during: SELECTING },
  reconsider: { from: ['chosen', 'reserve', 'notChosen'], to: 'submitted', by: ['secretariat'], during: SELECTING },
  moveUp: { from: ['reserve'], to: 'chosen', by: ['secretariat'], during: ['matching', 'appointed', 'running'] },
};

/** @throws DomainError conflict, when the table has no such step from here and now. */
export function nextApplicationState(
  from: ApplicationState,
  round: RoundState,
  action: ApplicationAction,
): ApplicationState {
  const { from: allowed, to, during } = APPLICATION_LIFECYCLE[action];
  if (!allowed.includes(from) || !during.includes(round)) {
    throw new DomainError(
      'conflict',
      'application.wrong_state',
      '応募の現在の状態では、この操作を行えません。画面を読み込み直して、最新の状態を確認してください。',
    );
  }
  return to;
}
