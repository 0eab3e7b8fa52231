import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { Dashboard, DashboardFilter } from '../contract/dashboards.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { hrefTo } from '../platform/href.js';
import { binder } from '../platform/sql/bind.js';
import { SMALLEST_SHOWN } from '../surveys/breakdown.js';
import { meanHalfUp } from '../surveys/figures.js';
import { seesResponses } from '../surveys/policy.js';
import { answersIn } from '../surveys/satisfaction.scope.js';
import { counted, fields, ministries, type Of, received, states } from './case-figures.js';
import { DurationQueries } from './durations.queries.js';
import { seesDashboard } from './policy.js';
import { Recent } from './recent.js';
import { timeliness } from './timeliness.js';

const SURVEY = 'consultation';

/** The manager's numbers, made once in some seconds for all who see the same cases. */
@Injectable()
export class DashboardQueries {
  private readonly recent = new Recent<Dashboard>();

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
    private readonly durations: DurationQueries,
  ) {}

  async get(actor: Actor, { year }: DashboardFilter): Promise<Dashboard> {
    authorize(seesDashboard(actor));
    const of = { actor, year };
    const { bind, values } = binder();
    const scope = JSON.stringify([counted(of, bind), values, seesResponses(actor, SURVEY)]);
    return this.recent.get(scope, () => this.make(of));
  }

  /** From one snapshot: the numbers of a page must add up. */
  private make(of: Of): Promise<Dashboard> {
    const asOf = this.clock.now().toISOString();
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET LOCAL work_mem = '32MB'`);
      return {
        asOf,
        year: of.year ?? null,
        years: await years(tx),
        received: await received(tx, of),
        states: await states(tx, of, this.calendar),
        ministries: await ministries(tx, of),
        durations: await this.durations.figures(tx, of),
        timeliness: await timeliness(tx, of, this.calendar.today()),
        ...(await fields(tx, of)),
        satisfaction: await satisfaction(tx, of),
      };
    });
  }
}

/** Those with a number, the newest first. */
async function years(tx: EntityManager): Promise<number[]> {
  const rows: { year: number }[] = await tx.query(
    `SELECT y AS year FROM generate_series((SELECT min(fiscal_year) FROM consultations),
                                           (SELECT max(fiscal_year) FROM consultations)) y ORDER BY 1 DESC`,
  );
  return rows.map(({ year }) => year);
}

/** Who may not see single answers gets the whole only: from parts, small ones could be subtracted. */
async function satisfaction(tx: EntityManager, { actor, year }: Of): Promise<Dashboard['satisfaction']> {
  const all = seesResponses(actor, SURVEY);
  if (year && !all) return null;
  const filter = { survey: SURVEY, ...(year ? { from: `${year}-04-01`, to: `${year + 1}-03-31` } : {}) };
  const { bind, values } = binder();
  const [{ n, sum }] = await tx.query(
    `SELECT count(*)::int AS n, coalesce(sum(r.score), 0)::int AS sum FROM ${answersIn(filter, bind)}`,
    values,
  );
  const mean = all || n >= SMALLEST_SHOWN ? meanHalfUp(sum, n) : null;
  return { n, mean, href: hrefTo(all ? '/satisfaction/responses' : '/satisfaction', filter) };
}
