import type { VisitState, VisitStep } from '../contract/visits.js';

/** The life of a visit: what leads where, and whether it needs words. */
export const VISIT_LIFECYCLE: Record<VisitStep, { from: VisitState; to: VisitState }> = {
  finish: { from: 'planned', to: 'done' },
  cancel: { from: 'planned', to: 'cancelled' },
};
