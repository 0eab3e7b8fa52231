import { ROLE_LABEL } from '@musubi/backend/contract/identity';
import type { Ministry } from '@musubi/backend/contract/ministries';
import type { GrantOptions } from './grant-fields';

/** What may be chosen for the roles of a person. `ofPerson`: the ministries whose divisions are offered. */
export const grantOptions = (ministries: readonly Ministry[], ofPerson: readonly Ministry[] = []): GrantOptions => ({
  roles: Object.entries(ROLE_LABEL).map(([value, label]) => ({ value, label })),
  ministries: ministries.map(({ id, name }) => ({ value: id, label: name })),
  divisions: ofPerson.flatMap(({ shortName, divisions }) =>
    divisions.map(({ id, path }) => ({ value: id, label: `${shortName}　${path}` })),
  ),
});
