import { conditions, statesOf } from '../board/case-filter.js';
import { readable } from '../consultations/policy.js';
import type { Role } from '../contract/identity.js';
import type { MapFilter, MapLayer } from '../contract/map.js';
import { PRACTICES, practiceConditions } from '../good-practices/good-practice.queries.js';
import type { Actor } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { teamConditions } from '../teams/team-conditions.js';

interface Layer {
  label: string;
  /** Who may lay it over the map; everybody where nobody is named. */
  roles: readonly Role[];
  /** SELECT of `id` and `code` (of a municipality, or null): what there is, once for each of its places. */
  places(actor: Actor, filter: MapFilter, bind: Bind): string;
}

/** What can be laid over the map. The numbers of a layer are those of its list under the same conditions. */
export const LAYERS: Record<MapLayer, Layer> = {
  practices: {
    label: '好事例',
    roles: [],
    places: (_, { field, source }, bind) =>
      `SELECT g.id, l.municipality_code AS code FROM ${PRACTICES}
       LEFT JOIN good_practice_places l ON l.good_practice_id = g.id
       WHERE ${practiceConditions({ field, source }, bind).join(' AND ')}`,
  },
  consultations: {
    label: '相談',
    roles: ['desk', 'manager', 'secretariat', 'ministry', 'prefecture'],
    places: (actor, { field, state, year }, bind) => {
      const filter = { field, state, year, overdue: false };
      const states = statesOf(filter);
      const where = [readable(actor, bind), ...conditions(actor, filter, bind)];
      if (states) where.push(`c.state = ANY (${bind(states)})`);
      return `SELECT c.id::text, c.municipality_code AS code FROM consultations c WHERE ${where.join(' AND ')}`;
    },
  },
  teams: {
    label: '支援チーム',
    // A town has one place to look at, and its team stands on its own pages.
    roles: ['secretariat', 'manager', 'officer'],
    places: (actor, { year }, bind) =>
      `SELECT t.id::text, t.municipality_code AS code FROM teams t JOIN rounds r ON r.id = t.round_id
       WHERE ${teamConditions(actor, { year }, bind)}`,
  },
};
