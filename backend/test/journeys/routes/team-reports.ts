import type { ReportState } from '../../../src/contract/team-reports.js';
import { aKpi, aReport, aReportContent } from '../../report-scene.js';
import type { Scene } from '../scene.js';
import { type Route, type Routes, TOWN } from './route.js';
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

const onReport = (to: Route['to'], state: ReportState = 'drafting', body?: object): Route => ({
  ...{ to, own: true },
  make: async (scene) => {
    const { params } = await onTeam(scene);
    const { id } = await aReport(scene.db, params.id, scene.here('officer').id, { state });
    return { params: { id }, ...(body && { body }) };
  },
});
const onRound: Route = {
  to: ['manager', 'secretariat'],
  make: async (scene) => {
    const { params } = await onTeam(scene);
    const [{ id }]: [{ id: string }] = await scene.db.query('SELECT round_id AS id FROM teams WHERE id = $1', [
      params.id,
    ]);
    return { params: { id } };
  },
};
const SEEN = { version: 1 };

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
  'GET /teams/{id}/reports': { to: OF_TEAM, own: true, make: onTeam },
  'POST /teams/{id}/reports': {
    ...{ to: WRITERS, own: true },
    make: async (scene) => ({ ...(await onTeam(scene)), body: { kind: 'interim' } }),
  },
  'GET /team-reports/{id}': onReport(OF_TEAM),
  'GET /team-reports/{id}/report.pdf': onReport(OF_TEAM, 'agreed'),
  'GET /team-reports/{id}/report.docx': onReport(OF_TEAM, 'agreed'),
  'PUT /team-reports/{id}': onReport(WRITERS, 'drafting', { ...SEEN, ...aReportContent() }),
  'POST /team-reports/{id}/refill': onReport(WRITERS, 'drafting', { ...SEEN, append: [] }),
  'POST /team-reports/{id}/propose': onReport(['officer'], 'drafting', SEEN),
  'POST /team-reports/{id}/recall': onReport(['officer'], 'proposed', SEEN),
  'POST /team-reports/{id}/agree': onReport(['approver'], 'proposed', SEEN),
  'POST /team-reports/{id}/sendBack': onReport(['approver'], 'proposed', { ...SEEN, reason: '試験' }),
  'POST /team-reports/{id}/close': onReport(['secretariat'], 'agreed', SEEN),
  'POST /team-reports/{id}/reopen': onReport(['secretariat'], 'agreed', { ...SEEN, reason: '試験' }),
  'GET /rounds/{id}/report': onRound,
  'GET /rounds/{id}/report.pdf': onRound,
  'GET /rounds/{id}/report.docx': onRound,
  'GET /rounds/{id}/report.xlsx': onRound,
};
