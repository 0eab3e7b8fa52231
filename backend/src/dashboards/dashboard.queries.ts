import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { Dashboard, DashboardFilter } from '../contract/dashboards.js';
import { MAIN_QUESTION } from '../contract/surveys.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { hrefTo } from '../platform/href.js';
import { SMALLEST_SHOWN } from '../surveys/breakdown.js';
import { meanHalfUp } from '../surveys/figures.js';
import { seesResponses } from '../surveys/policy.js';
import { answersFigure, SURVEYS_COUNTED } from '../surveys/survey-tally.js';
import { readTally, Tallies } from '../tallies/tallies.js';
import { fields, ministries, type Of, received, states } from './case-figures.js';
import { casesCounted } from './case-tally.js';
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
    private readonly tallies: Tallies,
  ) {}

  async get(actor: Actor, { year }: DashboardFilter): Promise<Dashboard> {
    authorize(seesDashboard(actor));
    const of = { actor, year };
    return this.recent.get(`${year ?? 'all'} ${seesResponses(actor)}`, () => this.make(of));
  }

  /** From one snapshot: the numbers of a page must add up. */
  private async make(of: Of): Promise<Dashboard> {
    const asOf = this.clock.now().toISOString();
    await this.tallies.settle(casesCounted(this.calendar));
    await this.tallies.settle(SURVEYS_COUNTED);
    return this.db.transaction('REPEATABLE READ', async (tx) => {
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
    `SELECT y AS year FROM generate_series((SELECT min(fiscal_year) FROM consultations WHERE team_id IS NULL),
                                           (SELECT max(fiscal_year) FROM consultations WHERE team_id IS NULL)) y
     ORDER BY 1 DESC`,
  );
  return rows.map(({ year }) => year);
}

/** Who may not see single answers gets the whole only: from parts, small ones could be subtracted. */
async function satisfaction(tx: EntityManager, { actor, year }: Of): Promise<Dashboard['satisfaction']> {
  const all = seesResponses(actor);
  if (year && !all) return null;
  const filter = { survey: SURVEY, ...(year ? { from: `${year}-04-01`, to: `${year + 1}-03-31` } : {}) };
  const points = (await readTally(tx, answersFigure(SURVEY), year)).filter(
    ({ key, also }) => key === MAIN_QUESTION && also !== '',
  );
  const n = points.reduce((total, point) => total + point.n, 0);
  const sum = points.reduce((total, point) => total + Number(point.also) * point.n, 0);
  const mean = all || n >= SMALLEST_SHOWN ? meanHalfUp(sum, n) : null;
  return { n, mean, href: hrefTo(all ? '/satisfaction/responses' : '/satisfaction', filter) };
}
