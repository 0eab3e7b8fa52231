import type { Grant } from '../contract/identity.js';
import { type Actor, hasRole } from './actor.js';

/** Whose absence, and whose open items, an actor may look after: the administrators everybody's, a manager the desk's. */
export const mayLookAfter = (actor: Actor, person: { grants: readonly Grant[] }): boolean =>
  hasRole(actor, 'admin') || (hasRole(actor, 'manager') && isOfDesk(person.grants));

const isOfDesk = (grants: readonly Grant[]): boolean =>
  grants.length > 0 && grants.every(({ role }) => role === 'desk' || role === 'manager');

/** The same as an SQL condition on `people p`. */
export function lookedAfterBy(actor: Actor): string {
  if (hasRole(actor, 'admin')) return 'true';
  if (!hasRole(actor, 'manager')) return 'false';
  return `EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role NOT IN ('desk', 'manager'))`;
}
