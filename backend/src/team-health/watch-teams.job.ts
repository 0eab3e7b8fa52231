import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { binder } from '../platform/sql/bind.js';
import { HealthRules } from './rules.service.js';
import { findings, type Limits, limitsOf, teamFacts } from './team-facts.js';

interface Found {
  id: string;
  team_id: string;
  kind: string;
  since: string;
}

/**
 * Every hour: reminds a team of what stands still, once for each fact and period; when it still does after the time for it,
 * tells the secretariat, once too. What moved is settled.
 */
@Injectable()
export class WatchTeams implements Job {
  readonly name = 'watch-teams';
  readonly schedule = { every: 3_600_000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly rules: HealthRules,
  ) {}

  async run(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const limits = limitsOf(this.calendar, await this.rules.inForce(tx));
      await this.settle(tx, limits);
      for (const finding of await this.find(tx, limits)) await say(tx, 'teamHealth.remind', finding);
      for (const finding of await this.tell(tx, limits)) await say(tx, 'teamHealth.tell', finding);
    });
  }

  private async settle(tx: EntityManager, limits: Limits): Promise<void> {
    const { bind, values } = binder();
    await tx.query(
      `UPDATE team_findings k SET settled_at = ${bind(this.clock.now())}
       WHERE k.settled_at IS NULL AND NOT EXISTS (SELECT 1 FROM ${teamFacts(bind, limits)}
         CROSS JOIN LATERAL (${findings(bind, limits)}) i WHERE (i.team_id, i.kind, i.since) = (k.team_id, k.kind, k.since))`,
      values,
    );
  }

  /** Those that nobody knew of. What was settled and stands still again goes on where it was. */
  private async find(tx: EntityManager, limits: Limits): Promise<Found[]> {
    const { bind, values } = binder();
    const rows: (Found & { fresh: boolean })[] = await tx.query(
      `INSERT INTO team_findings AS k (team_id, kind, since, found_on)
       SELECT i.team_id, i.kind, i.since, ${bind(limits.today)}::date FROM ${teamFacts(bind, limits)}
       CROSS JOIN LATERAL (${findings(bind, limits)}) i ORDER BY i.team_id, i.kind
       ON CONFLICT (team_id, kind, since) DO UPDATE SET settled_at = NULL WHERE k.settled_at IS NOT NULL
       RETURNING k.id, k.team_id, k.kind, k.since::text, k.xmax = 0 AS fresh`,
      values,
    );
    return rows.filter(({ fresh }) => fresh);
  }

  private async tell(tx: EntityManager, { today, reminded }: Limits): Promise<Found[]> {
    const [rows]: [Found[], number] = await tx.query(
      `UPDATE team_findings SET told_on = $1 WHERE settled_at IS NULL AND told_on IS NULL AND found_on <= $2
       RETURNING id, team_id, kind, since::text`,
      [today, reminded],
    );
    return rows;
  }
}

const say = (tx: EntityManager, type: string, { id, team_id, kind, since }: Found): Promise<void> =>
  record(tx, { type: `${type}.${kind}`, subjectId: team_id, actor: SYSTEM, data: { itemId: id, since } });
