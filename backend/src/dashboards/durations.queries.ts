import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar, CUT_OFF } from '../calendar/calendar.js';
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
import { tokyo } from '../platform/sql/tokyo.js';
import { counted, type Of } from './case-figures.js';
import { seesDashboard } from './policy.js';
import { percentile, type Weighted } from './weighted.js';

/** When each measure is reached, by case. A case that was reopened keeps its first reply. */
const REACHED: Record<Measure, string> = {
  response: `SELECT consultation_id, min(occurred_at) AS at FROM events
             WHERE type IN ('consultation.take', 'consultation.return', 'consultation.guide', 'consultation.merge')
               AND consultation_id IS NOT NULL GROUP BY 1`,
  answer: `SELECT consultation_id, min(answered_at) AS at FROM inquiries WHERE state = 'answered' GROUP BY 1`,
  reply: `SELECT consultation_id, min(issued_at) AS at FROM replies WHERE state = 'approved' GROUP BY 1`,
};

/** How long it took from 提出, in business days: the figures, and the cases behind them. */
@Injectable()
export class DurationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async figures(db: EntityManager, of: Of): Promise<Dashboard['durations']> {
    const figures: Dashboard['durations'] = [];
    for (const measure of Measure.options) {
      const days = await this.days(db, of, measure);
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
         FROM consultations c JOIN (${REACHED[measure]}) x ON x.consultation_id = c.id
         JOIN municipalities m ON m.code = c.municipality_code WHERE ${counted({ actor, year }, bind)}
         ORDER BY x.at - c.submitted_at DESC, c.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
        values,
      );
    const items = found.map(({ total: _, submittedAt, at, ...row }) => ({
      ...row,
      submittedAt: submittedAt.toISOString(),
      at: at.toISOString(),
      days: this.between(this.calendar.startDay(submittedAt), tokyoDay(at)),
    }));
    return { items, total: found[0]?.total ?? 0 };
  }

  /** Cases are counted by the days in question first: few pairs of days, however many cases. */
  private async days(db: EntityManager, of: Of, measure: Measure): Promise<Weighted[]> {
    const { bind, values } = binder();
    const found: { day: string; late: boolean; at: string; count: number }[] = await db.query(
      `SELECT day::text, at::text, late, count
       FROM (SELECT ${tokyo('c.submitted_at')}::date AS day, ${tokyo('x.at')}::date AS at, count(*)::int AS count,
                    ${tokyo('c.submitted_at')}::time >= ${bind(CUT_OFF)}::time + interval '1 minute' AS late
             FROM consultations c JOIN (${REACHED[measure]}) x ON x.consultation_id = c.id
             WHERE ${counted(of, bind)} GROUP BY 1, 2, 4) n`,
      values,
    );
    const starts = new Map<string, string>();
    return found.map(({ day, late, at, count }) => {
      const submitted = `${day}T${late ? '23:59' : '00:00'}+09:00`;
      const start = starts.get(submitted) ?? this.calendar.startDay(new Date(submitted));
      starts.set(submitted, start);
      return [this.between(start, at), count];
    });
  }

  /** What is done before its term begins took no day. */
  private between(start: string, end: string): number {
    return Math.max(0, this.calendar.workdaysBetween(start, end));
  }
}

interface Instants {
  submittedAt: Date;
  at: Date;
}
