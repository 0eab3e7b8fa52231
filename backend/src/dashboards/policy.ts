import { type Actor, hasRole } from '../identity/actor.js';

/** 集計: the desk and its managers (domain.md §3). */
export const seesDashboard = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager');
