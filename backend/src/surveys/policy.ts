import { type Actor, hasRole } from '../identity/actor.js';

/** 調査の集計 (domain.md §3): the desk, its managers, the secretariat. Nobody else, and never a town or a ministry. */
export const seesFigures = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager', 'secretariat');

/** Single answers and free texts. */
export const seesResponses = (actor: Actor): boolean => hasRole(actor, 'manager');

/** Low scores are looked after by the managers: a task shows a single answer. */
export const mayFollowUp = (actor: Actor): boolean => hasRole(actor, 'manager');
