import type { RoundState } from '../contract/rounds.js';
import type { Selection } from '../contract/selection.js';
import { type Actor, hasRole } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';

/** Who takes part in a selection: nobody outside ever reads a score. */
export const maySelect = isInside;

const SETTLED: readonly RoundState[] = ['matching', 'appointed', 'running', 'ended'];
export const isSettled = (state: RoundState): boolean => SETTLED.includes(state);

export function selectionActions(actor: Actor, state: RoundState): Selection['allowedActions'] {
  if (!hasRole(actor, 'secretariat')) return [];
  if (state === 'selecting') return ['assign', 'decide'];
  return isSettled(state) && state !== 'ended' ? ['moveUp', 'issueLetters'] : [];
}

/**
 * Which sheets `v` of `reviews` an actor reads: the own one, and those of others once nobody who was assigned to the same
 * 応募 still has to hand in.
 */
export const readableReviews = (actor: Actor, bind: Bind): string =>
  maySelect(actor)
    ? `(v.reviewer_id = ${bind(actor.id)} OR NOT EXISTS (SELECT 1 FROM reviews o
        WHERE o.application_id = v.application_id AND o.handed_in_at IS NULL))`
    : 'false';
