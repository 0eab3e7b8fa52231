import {
  type AllowedRoundAction,
  type RoundAction,
  type RoundPermit,
  type RoundState,
  RoundStepAction,
} from '../contract/rounds.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { ROUND_LIFECYCLE } from './lifecycle.js';

interface Standing {
  state: RoundState;
}

/** Who runs 伴走支援 and reads all of it. */
export const isInside = (actor: Actor): boolean => hasRole(actor, 'secretariat', 'manager');

export const mayCreateRound = (actor: Actor): boolean => hasRole(actor, 'secretariat');

/** What an actor can see, as an SQL condition on `rounds r`: who may apply sees a round once its calls are made public. */
export function readableRounds(actor: Actor): string {
  if (actor.system || isInside(actor)) return 'true';
  return hasRole(actor, 'municipality', 'approver', 'officer') ? `r.state <> 'preparing'` : 'false';
}

export const mayStep = (actor: Actor, action: RoundAction): boolean =>
  ROUND_LIFECYCLE[action].by.some((by) => (by === 'system' ? actor.system === true : hasRole(actor, by)));

const PERMITS: Record<RoundPermit, (actor: Actor, round: Standing) => boolean> = {
  // Until the calls end: the minutes may still be moved, and everybody reads the same page.
  edit: (actor, { state }) => hasRole(actor, 'secretariat') && ['preparing', 'open'].includes(state),
  // Criteria stand still once the first reviewer has a sheet.
  editSettings: (actor, { state }) => hasRole(actor, 'secretariat') && ['preparing', 'open', 'closed'].includes(state),
  matchingProblem: (actor, { state }) => isInside(actor) && ['matching', 'appointed', 'running'].includes(state),
};

export const mayRound = (actor: Actor, permit: RoundPermit, round: Standing): boolean => PERMITS[permit](actor, round);

export function allowedRoundActions(actor: Actor, round: Standing): AllowedRoundAction[] {
  const steps = RoundStepAction.options.filter(
    (action) => ROUND_LIFECYCLE[action].from.includes(round.state) && mayStep(actor, action),
  );
  const permits = (Object.keys(PERMITS) as RoundPermit[]).filter((permit) => mayRound(actor, permit, round));
  return [...steps, ...permits];
}
