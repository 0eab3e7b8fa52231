import type { RoundState } from '../contract/rounds.js';
import type { Selection } from '../contract/selection.js';
import { type Actor, hasRole } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';

/** Who takes part in a selection: nobody outside ever reads a score. */
export const maySelect = isInside;

const SETTLED: readonly RoundState[] = ['matching', 'appointed', 'running', 'ended'];
export const isSettled = (state: RoundState): boolean => SETTLED.includes(state);

interface Standing {
  state: RoundState;
  /** Whose outcome no letter told yet. */
  untold: number;
  /** A place is free, and somebody waits for it. */
  vacant: boolean;
}

export function selectionActions(actor: Actor, { state, untold, vacant }: Standing): Selection['allowedActions'] {
  if (!hasRole(actor, 'secretariat')) return [];
  if (state === 'selecting') return ['assign', 'decide'];
  if (!isSettled(state) || state === 'ended') return [];
  return [...(vacant ? (['moveUp'] as const) : []), ...(untold > 0 ? (['issueLetters'] as const) : [])];
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
