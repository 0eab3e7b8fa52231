import { aKpi } from '../../report-scene.js';
import type { Scene } from '../scene.js';
import { type Routes, TOWN } from './route.js';
import { OF_TEAM, onTeam } from './teams.js';

/** Who writes for a team. */
const WRITERS = [...TOWN, 'officer', 'secretariat'] as const;

async function onKpi(scene: Scene) {
  const { params } = await onTeam(scene);
  const [{ id }]: [{ id: string }] = await scene.db.query(
    'INSERT INTO team_kpis (team_id, version, content, created_at) VALUES ($1, 1, $2, now()) RETURNING id',
    [params.id, JSON.stringify(aKpi())],
  );
  return { params: { id } };
}

/** KPI and reports of a team. */
export const TEAM_REPORTS: Routes = {
  'GET /teams/{id}/kpis': { to: OF_TEAM, own: true, make: onTeam },
  'POST /teams/{id}/kpis': {
    ...{ to: WRITERS, own: true },
    make: async (scene) => ({ ...(await onTeam(scene)), body: aKpi() }),
  },
  'GET /team-kpis/{id}': { to: OF_TEAM, own: true, make: onKpi },
  'PUT /team-kpis/{id}': {
    ...{ to: WRITERS, own: true },
    make: async (scene) => ({ ...(await onKpi(scene)), body: { ...aKpi(), version: 1 } }),
  },
  'POST /team-kpis/{id}/remove': {
    ...{ to: WRITERS, own: true },
    make: async (scene) => ({ ...(await onKpi(scene)), body: { version: 1 } }),
  },
};
