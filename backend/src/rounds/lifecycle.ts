import type { Role } from '../contract/identity.js';
import type { RoundAction, RoundState } from '../contract/rounds.js';
import { DomainError } from '../platform/errors.js';

interface Step {
  from: readonly RoundState[];
  to: RoundState;
  by: readonly (Extract<Role, 'secretariat' | 'manager'> | 'system')[];
}

const SECRETARIAT = ['secretariat'] as const;

/**
 * The whole life of a round (domain.md §4). A state changes only by a row of this table. Whether an application is in
 * time does not hang on it: each call has its own minutes.
 */
export const ROUND_LIFECYCLE: Record<RoundAction, Step> = {
  open: { from: ['preparing'], to: 'open', by: SECRETARIAT },
  close: { from: ['open'], to: 'closed', by: ['secretariat', 'system'] },
  startSelection: { from: ['closed'], to: 'selecting', by: SECRETARIAT },
  settleSelection: { from: ['selecting'], to: 'matching', by: ['manager'] },
  appoint: { from: ['matching'], to: 'appointed', by: ['manager'] },
  start: { from: ['appointed'], to: 'running', by: SECRETARIAT },
  end: { from: ['running'], to: 'ended', by: SECRETARIAT },
};

/** @throws DomainError conflict, when the table has no such step from here. */
export function nextRoundState(from: RoundState, action: RoundAction): RoundState {
  const step = ROUND_LIFECYCLE[action];
  if (!step.from.includes(from)) {
    throw new DomainError(
      'conflict',
      'round.wrong_state',
      '年度の現在の段階では、この操作を行えません。画面を読み込み直して、最新の段階を確認してください。',
    );
  }
  return step.to;
}
