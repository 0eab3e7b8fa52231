import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { LookedAfter, LookedAfterFilter } from '../contract/hand-overs.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { openItems } from '../identity/open-items.js';
import { PeopleQueries } from '../identity/people.queries.js';
import { lookedAfterBy } from '../identity/policy.js';
import { authorize } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';

type Row = Omit<LookedAfter, 'label'> & { total: number };

/** The people whose items and absences the actor looks after, with what they hold. */
@Injectable()
export class LookedAfterQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly people: PeopleQueries,
  ) {}

  async list(actor: Actor, { q, page, size }: LookedAfterFilter): Promise<{ items: LookedAfter[]; total: number }> {
    authorize(hasRole(actor, 'admin', 'manager'));
    const { bind, values } = binder();
    const today = bind(this.calendar.today());
    const text = q ? bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`) : null;
    const named = text ? `AND (p.name LIKE ${text} OR p.kana LIKE ${text} OR p.email LIKE lower(${text}))` : '';
    const rows: Row[] = await this.db.query(
      `WITH shown AS (SELECT p.*, count(*) OVER ()::int AS total FROM people p WHERE ${lookedAfterBy(actor)} ${named}
         ORDER BY p.disabled_at NULLS FIRST, p.kana, p.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)})
       SELECT p.id, p.name, p.disabled_at IS NOT NULL AS disabled, p.total,
              (SELECT count(*)::int FROM ${openItems(`${today}::date`)} o WHERE o.person_id = p.id) AS "openItems",
              (SELECT min(h.leaves_on)::text FROM hand_overs h WHERE h.person_id = p.id AND h.left_at IS NULL) AS "leavesOn",
              (SELECT a.until_on::text FROM absences a
               WHERE a.person_id = p.id AND ${today}::date BETWEEN a.from_on AND a.until_on) AS "absentUntil"
       FROM shown p ORDER BY p.disabled_at NULLS FIRST, p.kana, p.id`,
      values,
    );
    const labels = new Map((await this.people.named(rows.map(({ id }) => id))).map(({ id, label }) => [id, label]));
    return {
      items: rows.map(({ total: _, ...row }) => ({ ...row, label: labels.get(row.id) ?? '' })),
      total: rows[0]?.total ?? 0,
    };
  }
}
