import { type Actor, hasRole } from '../identity/actor.js';

type Permit = 'create' | 'update' | 'end';
const ALL: readonly Permit[] = ['create', 'update', 'end'];

/** Ministries and divisions are kept by the administrators. */
export const mayKeepDirectory = (actor: Actor): boolean => hasRole(actor, 'admin');

/** Contacts are kept by the administrators, and by each ministry or division for itself. */
export const mayKeepContact = (actor: Actor, of: { ministryId: string; divisionId: string | null }): boolean =>
  mayKeepDirectory(actor) ||
  actor.grants.some(
    ({ role, ministryId, divisionId }) =>
      role === 'ministry' && ministryId === of.ministryId && (divisionId === null || divisionId === of.divisionId),
  );

/** People of ministries are shown to those who work with them; a town asks through the desk. */
export const mayReadContacts = (actor: Actor): boolean =>
  hasRole(actor, 'desk', 'manager', 'ministry', 'officer', 'secretariat', 'admin');

export const permits = (allowed: boolean): Permit[] => (allowed ? [...ALL] : []);
