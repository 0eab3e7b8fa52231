import { VisitAction, type VisitState, VisitStep } from '../contract/visits.js';
import type { Actor } from '../identity/actor.js';
import { isWriter, mayTeam, type Standing } from '../teams/policy.js';
import { VISIT_LIFECYCLE } from './lifecycle.js';

/**
 * Whoever writes in the team writes its visits. One that is done may still be completed; one that is off rests. Who is on
 * a photo may take back the consent at any time, when the year is over too.
 */
export function mayVisit(actor: Actor, action: VisitAction, team: Standing, { state }: { state: VisitState }): boolean {
  if (action === 'removePhoto') return isWriter(actor, team);
  if (!mayTeam(actor, 'write', team)) return false;
  const step = VisitStep.options.find((one) => one === action);
  return step ? VISIT_LIFECYCLE[step].from === state : state !== 'cancelled';
}

export const allowedVisitActions = (actor: Actor, team: Standing, visit: { state: VisitState }): VisitAction[] =>
  VisitAction.options.filter((action) => mayVisit(actor, action, team, visit));
