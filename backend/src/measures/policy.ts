import { type Actor, hasRole } from '../identity/actor.js';

/** Measures come in by import: the desk's managers and the administrators see to it. */
export const mayImport = (actor: Actor): boolean => actor.system === true || hasRole(actor, 'manager', 'admin');

/** Whether people without an account may read is the administrators' to say; managers may know. */
export const mayOpen = (actor: Actor): boolean => hasRole(actor, 'admin');
export const mayReadSettings = (actor: Actor): boolean => hasRole(actor, 'manager', 'admin');

/** One measure is corrected by those who work with the catalogue day by day (domain.md §3). */
export const mayEdit = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager', 'admin');
