import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { COUNTED_UP_TO, type ConsultationFilter, type ConsultationPage } from '../contract/consultations.js';
import { OPEN_STATES } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { binder } from '../platform/sql/bind.js';
import { prepared } from '../platform/sql/prepared.js';
import { statesOf } from './case-filter.js';
import { CASE_COLUMNS, type CaseRow, presenter } from './case-rows.js';
import { Names } from './names.js';
import { startingPoint } from './starting-point.js';

@Injectable()
export class ConsultationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly names: Names,
  ) {}

  /** One page and the bounded count in one statement; its cost does not grow with the number of cases. */
  async list(actor: Actor, filter: ConsultationFilter): Promise<ConsultationPage> {
    const { bind, values } = binder();
    const { page, size, q, sort } = filter;
    const states = statesOf(filter);
    const byDue = sort ? sort === 'due' : !q && states?.every((state) => OPEN_STATES.includes(state));
    const start = startingPoint(actor, filter, states, this.calendar.today(), bind, !byDue);
    const limit = `LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`;

    const rows: (CaseRow & { total: number })[] = await prepared(
      this.db,
      `WITH ${start.hits}
         page AS (SELECT ${start.id} AS id FROM ${start.matching} ORDER BY ${byDue ? start.dueOn : start.newest} ${limit}),
         counted AS (SELECT count(*)::int AS total FROM (SELECT 1 FROM ${start.matching} LIMIT ${COUNTED_UP_TO + 1}) x)
       SELECT counted.total, ${CASE_COLUMNS}
       FROM counted LEFT JOIN (page JOIN consultations c ON c.id = page.id LEFT JOIN people o ON o.id = c.owner_id) ON true
       ORDER BY ${byDue ? 'c.due_on' : 'c.submitted_at DESC NULLS LAST'}, c.id`,
      values,
    );
    const total = rows[0]?.total ?? 0;
    return {
      items: rows.filter(({ id }) => id !== null).map(presenter(actor, this.calendar, this.names)),
      total: Math.min(total, COUNTED_UP_TO),
      more: total > COUNTED_UP_TO,
    };
  }
}
