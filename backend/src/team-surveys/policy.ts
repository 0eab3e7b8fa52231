import { type Actor, hasRole } from '../identity/actor.js';
import { isInside } from '../rounds/policy.js';

/** Figures, and answers without names. Nobody else, and neither side ever those of the other. */
export const seesTeamSurveys = (actor: Actor): boolean => isInside(actor);

export const plansTeamSurveys = (actor: Actor): boolean => hasRole(actor, 'secretariat');
