import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import {
  type Board,
  type BoardColumn,
  type CaseFilter,
  COUNTED_UP_TO,
  type ConsultationItem,
} from '../contract/consultations.js';
import { type ConsultationState, OPEN_STATES, STATE_LABEL } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { binder } from '../platform/sql/bind.js';
import { prepared } from '../platform/sql/prepared.js';
import { statesOf } from './case-filter.js';
import { CASE_COLUMNS, type CaseRow, presenter } from './case-rows.js';
import { Names } from './names.js';
import { startingPoint } from './starting-point.js';

/** Cards in a column; the whole column is a list of its own. */
const CARDS = 10;

type Row = CaseRow & { column: ConsultationState; total: number };

@Injectable()
export class BoardQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly names: Names,
  ) {}

  /** Every column with its bounded count and its first cards by due date, in one statement. */
  async board(actor: Actor, filter: CaseFilter): Promise<Board> {
    const { bind, values } = binder();
    const states = statesOf({ ...filter, group: 'open' });
    const start = startingPoint(actor, filter, states, this.calendar.today(), bind);
    const ofColumn = `FROM ${start.matching} AND ${start.state} = s.state`;
    const rows = await prepared<Row>(
      this.db,
      `WITH ${start.hits} columns AS (SELECT state, place FROM unnest(${bind(OPEN_STATES)}::text[]) WITH ORDINALITY AS s (state, place))
       SELECT s.state AS "column", counted.total, ${CASE_COLUMNS}
       FROM columns s
       CROSS JOIN LATERAL (SELECT count(*)::int AS total FROM (SELECT 1 ${ofColumn} LIMIT ${COUNTED_UP_TO + 1}) x) counted
       LEFT JOIN LATERAL (SELECT ${start.id} AS id ${ofColumn} ORDER BY ${start.dueOn} LIMIT ${CARDS}) card ON true
       LEFT JOIN consultations c ON c.id = card.id LEFT JOIN people o ON o.id = c.owner_id
       ORDER BY s.place, c.due_on, c.id`,
      values,
    );
    const present = presenter(actor, this.calendar, this.names);
    return { columns: OPEN_STATES.map((state) => column(state, rows, present)) };
  }
}

function column(
  state: ConsultationState,
  rows: readonly Row[],
  present: (row: CaseRow) => ConsultationItem,
): BoardColumn {
  const own = rows.filter(({ column }) => column === state);
  const total = own[0]?.total ?? 0;
  return {
    state,
    label: STATE_LABEL[state],
    items: own.filter(({ id }) => id !== null).map(present),
    total: Math.min(total, COUNTED_UP_TO),
    more: total > COUNTED_UP_TO,
  };
}
