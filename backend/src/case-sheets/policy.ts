import type { Case } from '../consultations/policy.js';
import { insideDesk, TELLING_STATES } from '../consultations/view-policy.js';
import { SheetAction, type SheetState } from '../contract/case-sheets.js';
import { type Actor, hasRole, municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { SHEET_LIFECYCLE } from './lifecycle.js';

const onDesk = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager');

/** Why no 事例票 may be begun; null when there is nothing against it. `publication`: what the town wrote on its カルテ. */
export function whyNotDraft(consultation: Case, publication: unknown): string | null {
  if (!TELLING_STATES.includes(consultation.state)) {
    return '事例票は、フォロー中、完了確認中又は完了の相談から作成できます。';
  }
  return publication === 'closed' ? '団体が、相談カルテで「公表しない」を選んでいます。' : null;
}

export const mayDraft = (actor: Actor): boolean => onDesk(actor);

/** Where the town has no account of its own, the desk writes down what it said. */
export const desksPen = (actor: Actor, consultation: Case): boolean =>
  onDesk(actor) && consultation.proxyChannel !== null;

export function mayTake(actor: Actor, action: SheetAction, consultation: Case): boolean {
  const { by, desksPen: forTown } = SHEET_LIFECYCLE[action];
  if (by === 'desk') return onDesk(actor);
  if (forTown && desksPen(actor, consultation)) return true;
  const roles = by === 'approver' ? (['approver'] as const) : (['municipality', 'approver'] as const);
  return municipalitiesOf(actor, ...roles).includes(consultation.municipalityCode);
}

/** All that the actor may do with this 事例票 now; screens show exactly these. */
export const allowedSheetActions = (actor: Actor, state: SheetState, consultation: Case): SheetAction[] =>
  SheetAction.options.filter((action) => SHEET_LIFECYCLE[action].moves[state] && mayTake(actor, action, consultation));

/**
 * Who sees a 事例票 as such, as a condition on `case_sheets s` of a readable `consultations c`: the desk, and once they
 * were asked the towns it speaks of. All others read what is published, in the library.
 */
export function readableSheet(actor: Actor, bind: Bind): string {
  if (insideDesk(actor)) return 'true';
  const towns = bind(municipalitiesOf(actor, 'municipality', 'approver'));
  return `(s.state <> 'drafting' AND (c.municipality_code = ANY (${towns}) OR EXISTS (
    SELECT 1 FROM consultation_members x WHERE x.consultation_id = c.id AND x.municipality_code = ANY (${towns}))))`;
}
