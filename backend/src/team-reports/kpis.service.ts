import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { KpiContent, NewKpi, RemoveKpi, SaveKpi } from '../contract/team-kpis.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, sameVersion } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';

/** The KPI of a team's plan: each is edited on its own, with versions. */
@Injectable()
export class KpisService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, teamId: string, content: NewKpi): Promise<string> {
    return this.db.transaction(async (tx) => {
      await writable(tx, actor, teamId);
      const [{ id }]: [{ id: string }] = await tx.query(
        'INSERT INTO team_kpis (team_id, version, content, created_at) VALUES ($1, 0, $2, $3) RETURNING id',
        [teamId, JSON.stringify(content), this.clock.now()],
      );
      await this.keep(tx, actor, { id, version: 1, content });
      await record(tx, { type: 'teamKpi.add', subjectId: id, actor, data: { team: teamId } });
      return id;
    });
  }

  save(actor: Actor, id: string, { version, ...content }: SaveKpi): Promise<number> {
    return this.change(actor, id, version, 'teamKpi.save', content);
  }

  async remove(actor: Actor, id: string, { version }: RemoveKpi): Promise<void> {
    await this.change(actor, id, version, 'teamKpi.remove', null);
  }

  private change(actor: Actor, id: string, seen: number, type: string, content: KpiContent | null): Promise<number> {
    return this.db.transaction(async (tx) => {
      const teamId = await teamOfKpi(tx, id);
      await writable(tx, actor, teamId);
      const [stored]: { version: number; content: KpiContent }[] = await tx.query(
        'SELECT version, content FROM team_kpis WHERE id = $1 AND removed_at IS NULL',
        [id],
      );
      const now = found(stored);
      sameVersion(now.version, seen, { version: now.version, ...now.content });
      await this.keep(tx, actor, { id, version: now.version + 1, content });
      await record(tx, { type, subjectId: id, actor, data: { team: teamId, version: now.version + 1 } });
      return now.version + 1;
    });
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { id, version, content }: { id: string; version: number; content: KpiContent | null },
  ): Promise<void> {
    const at = this.clock.now();
    const stored = content && JSON.stringify(content);
    await tx.query(
      `UPDATE team_kpis SET version = $2, content = coalesce($3, content), removed_at = CASE WHEN $3::jsonb IS NULL THEN $4::timestamptz END
       WHERE id = $1`,
      [id, version, stored, at],
    );
    await tx.query(
      'INSERT INTO team_kpi_versions (kpi_id, version, content, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)',
      [id, version, stored, personId(actor), at],
    );
  }
}

async function writable(tx: EntityManager, actor: Actor, teamId: string): Promise<void> {
  authorize(mayTeam(actor, 'write', await teamOf(tx, actor, teamId, 'FOR UPDATE OF t')));
}

/** @throws DomainError notFound; whether the actor reads the team is asked next. */
export async function teamOfKpi(db: Pick<EntityManager, 'query'>, id: string): Promise<string> {
  const [kpi]: { teamId: string }[] = await db.query('SELECT team_id AS "teamId" FROM team_kpis WHERE id = $1', [id]);
  return found(kpi).teamId;
}
