import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { readable } from '../consultations/policy.js';
import {
  type Dashboard,
  type DurationFilter,
  type DurationPage,
  MEASURE_LABEL,
  Measure,
} from '../contract/dashboards.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize } from '../platform/errors.js';
import { hrefTo } from '../platform/href.js';
import { binder } from '../platform/sql/bind.js';
import { readTally, Tallies } from '../tallies/tallies.js';
import type { Of } from './case-figures.js';
import { casesCounted, DURATION, durationOf } from './case-tally.js';
import { seesDashboard } from './policy.js';
import { reached } from './reached.js';
import { percentile, type Weighted } from './weighted.js';

/** How long it took from 提出, in business days: the figures, and the cases behind them. */
@Injectable()
export class DurationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly tallies: Tallies,
  ) {}

  async figures(db: EntityManager, of: Of): Promise<Dashboard['durations']> {
    const found = await readTally(db, DURATION, of.year);
    const figures: Dashboard['durations'] = [];
    for (const measure of Measure.options) {
      const days = found.filter(({ key }) => key === measure).map(({ also, n }): Weighted => [Number(also), n]);
      figures.push({
        measure,
        label: MEASURE_LABEL[measure],
        count: days.reduce((sum, [, times]) => sum + times, 0),
        href: hrefTo('/dashboard/durations', { measure, year: of.year }),
        medianDays: percentile(days, 50),
        ninetiethDays: percentile(days, 90),
      });
    }
    return figures;
  }

  /** The slowest first. Ranks and number are kept: a page costs the same however many cases there are. */
  async rows(actor: Actor, { measure, year, page, size }: DurationFilter): Promise<DurationPage> {
    authorize(seesDashboard(actor));
    await this.tallies.settle(casesCounted(this.calendar));
    const { bind, values } = binder();
    const found: (Omit<DurationPage['items'][number], 'submittedAt' | 'at'> & Instants)[] = await this.db.query(
      `SELECT c.id, c.number, c.title, ${MUNICIPALITY_LABEL} AS municipality, c.submitted_at AS "submittedAt",
              ${reached(measure)} AS at, k.rank AS days
       FROM tally_ranks k JOIN consultations c ON c.id = k.unit JOIN municipalities m ON m.code = c.municipality_code
       WHERE k.figure = ${bind(durationOf(measure))} ${year ? `AND k.year = ${bind(year)}` : ''} AND ${readable(actor, bind)}
       ORDER BY k.rank DESC, k.unit LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    const counted = await readTally(this.db.manager, DURATION, year);
    return {
      items: found.map(({ submittedAt, at, ...row }) => {
        return { ...row, submittedAt: submittedAt.toISOString(), at: at.toISOString() };
      }),
      total: counted.filter(({ key }) => key === measure).reduce((sum, { n }) => sum + n, 0),
    };
  }
}

interface Instants {
  submittedAt: Date;
  at: Date;
}
