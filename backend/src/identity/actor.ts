import type { Grant, Role } from '../contract/identity.js';

/** Who asks: a person with all roles and the organisation each is bound to. */
export interface Actor {
  /** null only for the system itself. */
  id: string | null;
  name: string;
  grants: readonly Grant[];
  /** The work of a job or a rule, never of a request. */
  system?: true;
}

export const SYSTEM: Actor = {
  id: null,
  name: 'システム',
  grants: [],
  system: true,
};

export const hasRole = (actor: Actor, ...roles: Role[]): boolean =>
  actor.grants.some((grant) => roles.includes(grant.role));

/** The municipality codes for which the actor holds one of the roles. */
export const municipalitiesOf = (actor: Actor, ...roles: Role[]): string[] =>
  actor.grants.flatMap((grant) =>
    roles.includes(grant.role) && grant.municipalityCode ? [grant.municipalityCode] : [],
  );

/** The ministries for which the actor answers. */
export const ministriesOf = (actor: Actor): string[] =>
  actor.grants.flatMap((grant) => (grant.role === 'ministry' && grant.ministryId ? [grant.ministryId] : []));

/** The id to write into a row. @throws when the system writes where a person is needed. */
export function personId(actor: Actor): string {
  if (!actor.id) throw new Error('a person is needed here');
  return actor.id;
}
