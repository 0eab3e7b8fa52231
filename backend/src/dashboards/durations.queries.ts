import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { readable } from '../consultations/policy.js';
import { tokyoDay } from '../contract/calendar.js';
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
import { readTally } from '../tallies/tallies.js';
import type { Of } from './case-figures.js';
import { daysBetween } from './case-tally.js';
import { seesDashboard } from './policy.js';
import { reachedByAll } from './reached.js';
import { percentile, type Weighted } from './weighted.js';

/** How long it took from 提出, in business days: the figures, and the cases behind them. */
@Injectable()
export class DurationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async figures(db: EntityManager, of: Of): Promise<Dashboard['durations']> {
    const found = await readTally(db, 'duration', of.year);
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

  /** The slowest first. */
  async rows(actor: Actor, { measure, year, page, size }: DurationFilter): Promise<DurationPage> {
    authorize(seesDashboard(actor));
    const { bind, values } = binder();
    const found: (Omit<DurationPage['items'][number], 'submittedAt' | 'at'> & Instants & { total: number })[] =
      await this.db.query(
        `SELECT c.id, c.number, c.title, ${MUNICIPALITY_LABEL} AS municipality, c.submitted_at AS "submittedAt", x.at,
                count(*) OVER ()::int AS total
         FROM consultations c JOIN (${reachedByAll(measure)}) x ON x.consultation_id = c.id
         JOIN municipalities m ON m.code = c.municipality_code WHERE ${readable(actor, bind)} ${year ? `AND c.fiscal_year = ${bind(year)}` : ''}
           AND c.submitted_at IS NOT NULL
         ORDER BY x.at - c.submitted_at DESC, c.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
        values,
      );
    const items = found.map(({ total: _, submittedAt, at, ...row }) => ({
      ...row,
      submittedAt: submittedAt.toISOString(),
      at: at.toISOString(),
      days: daysBetween(this.calendar, this.calendar.startDay(submittedAt), tokyoDay(at)),
    }));
    return { items, total: found[0]?.total ?? 0 };
  }
}

interface Instants {
  submittedAt: Date;
  at: Date;
}
