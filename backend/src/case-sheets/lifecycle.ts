import type { SheetAction, SheetState } from '../contract/case-sheets.js';
import { DomainError } from '../platform/errors.js';

interface Step {
  moves: Partial<Record<SheetState, SheetState>>;
  by: 'desk' | 'town' | 'approver';
  /** What a town said by mail or telephone may be written down by the desk, where the desk entered the カルテ too. */
  desksPen?: true;
  /** Whether the town reads this in the history. What only the desk works at stays in the trail. */
  audience: 'town' | 'none';
}

/**
 * The whole life of a 事例票. Nothing is published but what the town agreed to: from `agree` on nobody edits, and every
 * change goes through `takeOut` or `redraft` to a new consent.
 */
export const SHEET_LIFECYCLE: Record<SheetAction, Step> = {
  save: { moves: { drafting: 'drafting' }, by: 'desk', audience: 'none' },
  ask: { moves: { drafting: 'asked' }, by: 'desk', audience: 'town' },
  recall: { moves: { asked: 'drafting' }, by: 'desk', audience: 'town' },
  amend: { moves: { asked: 'asked' }, by: 'town', audience: 'town' },
  agree: { moves: { asked: 'agreed' }, by: 'approver', desksPen: true, audience: 'town' },
  decline: { moves: { asked: 'declined' }, by: 'approver', desksPen: true, audience: 'town' },
  publish: { moves: { agreed: 'published' }, by: 'desk', audience: 'town' },
  recommend: { moves: { published: 'published' }, by: 'desk', audience: 'town' },
  takeOut: { moves: { agreed: 'drafting', published: 'drafting' }, by: 'desk', audience: 'town' },
  withdraw: { moves: { agreed: 'withdrawn', published: 'withdrawn' }, by: 'town', desksPen: true, audience: 'town' },
  redraft: { moves: { declined: 'drafting', withdrawn: 'drafting' }, by: 'desk', audience: 'none' },
};

/** @throws DomainError conflict, when the table has no such step from here. */
export function nextSheetState(from: SheetState, action: SheetAction): SheetState {
  const to = SHEET_LIFECYCLE[action].moves[from];
  if (!to) {
    throw new DomainError(
      'conflict',
      'caseSheet.wrong_state',
      '事例票の状態が変わっています。画面を読み込み直して、最新の状態を確認してください。',
    );
  }
  return to;
}
