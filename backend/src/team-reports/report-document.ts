import type { EntityManager } from 'typeorm';
import type { ReportContent, ReportDocument, ReportKind } from '../contract/team-reports.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { found } from '../platform/errors.js';
import { kpisOf } from './kpi.queries.js';
import { countsOf } from './progress.js';

interface About {
  teamId: string;
  kind: ReportKind;
  content: ReportContent;
}

/** A report with what it says of its team, as of now. */
export async function documentOf(
  db: Pick<EntityManager, 'query'>,
  { teamId, kind, content }: About,
): Promise<ReportDocument> {
  const [team]: { round: string; municipality: string; members: string[] }[] = await db.query(
    `SELECT r.name AS round, ${MUNICIPALITY_LABEL} AS municipality, ARRAY(
       SELECT p.name || '（' || mi.name || '）' FROM team_members tm JOIN people p ON p.id = tm.person_id
       JOIN applications a ON a.id = tm.application_id JOIN ministries mi ON mi.id = a.ministry_id
       WHERE tm.team_id = t.id AND tm.left_on IS NULL ORDER BY mi.sort, tm.joined_on, tm.id) AS members
     FROM teams t JOIN rounds r ON r.id = t.round_id JOIN municipalities m ON m.code = t.municipality_code WHERE t.id = $1`,
    [teamId],
  );
  const kpis = await kpisOf(db, teamId);
  return { kind, ...found(team), content, kpis, counts: countsOf(kpis) };
}
