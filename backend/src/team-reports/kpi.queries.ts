import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { KpiContent, TeamKpi, TeamKpiPage, TeamKpis } from '../contract/team-kpis.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { instant, listOf } from '../platform/sql/json.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { teamOfKpi } from './kpis.service.js';
import { countsOf, progressOf } from './progress.js';

interface Stored {
  id: string;
  version: number;
  content: KpiContent;
}

const present = ({ id, version, content }: Stored): TeamKpi => ({
  ...{ id, version, ...content },
  progress: progressOf(content),
});

/** The KPI of a team as they stand, in the order in which they were added. */
export async function kpisOf(db: Pick<EntityManager, 'query'>, teamId: string): Promise<TeamKpi[]> {
  const rows: Stored[] = await db.query(
    'SELECT id, version, content FROM team_kpis WHERE team_id = $1 AND removed_at IS NULL ORDER BY created_at, id',
    [teamId],
  );
  return rows.map(present);
}

@Injectable()
export class KpiQueries {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, teamId: string): Promise<TeamKpis> {
    const team = await teamOf(this.db, actor, teamId);
    const items = await kpisOf(this.db, teamId);
    return { items, counts: countsOf(items), mayWrite: mayTeam(actor, 'write', team) };
  }

  async get(actor: Actor, id: string): Promise<TeamKpiPage> {
    const teamId = await teamOfKpi(this.db, id);
    const team = await teamOf(this.db, actor, teamId);
    const [row]: (Stored & Pick<TeamKpiPage, 'history'>)[] = await this.db.query(
      `SELECT k.id, k.version, k.content, ${listOf(
        `'version', v.version, 'at', ${instant('v.saved_at')}, 'content', v.content,
         'by', (SELECT p.name FROM people p WHERE p.id = v.saved_by)`,
        'team_kpi_versions v WHERE v.kpi_id = k.id',
        'v.version DESC',
      )} AS history
       FROM team_kpis k WHERE k.id = $1 AND k.removed_at IS NULL`,
      [id],
    );
    const kpi = found(row);
    return { ...present(kpi), teamId, history: kpi.history, mayWrite: mayTeam(actor, 'write', team) };
  }
}
