import { type Actor, hasRole } from '../identity/actor.js';

/** 政策分野 are kept by the administrators. */
export const mayKeepFields = (actor: Actor): boolean => hasRole(actor, 'admin');
