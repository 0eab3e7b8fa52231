import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DivisionToHandOver, LookedAfterFilter } from '../contract/hand-overs.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { type Bind, binder } from '../platform/sql/bind.js';

/** The divisions that the actor may hand over: the administrators all, a ministry or division its own. */
@Injectable()
export class DivisionQueries {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, { q, page, size }: LookedAfterFilter) {
    authorize(hasRole(actor, 'admin', 'ministry'));
    const { bind, values } = binder();
    const mine = hasRole(actor, 'admin') ? 'true' : ownDivisions(actor, bind);
    const text = q ? bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`) : null;
    const named = text ? `AND (d.path LIKE ${text} OR mi.name LIKE ${text} OR mi.short_name LIKE ${text})` : '';
    const rows: (DivisionToHandOver & { total: number })[] = await this.db.query(
      `WITH RECURSIVE tree AS (
         SELECT d.id, d.ministry_id, d.valid_to, d.name AS path FROM divisions d WHERE d.parent_id IS NULL
         UNION ALL SELECT d.id, d.ministry_id, d.valid_to, t.path || ' ' || d.name
         FROM divisions d JOIN tree t ON t.id = d.parent_id)
       SELECT d.id, d.path, mi.name AS ministry, d.valid_to IS NOT NULL AS ended, open.count AS "openInquiries",
              count(*) OVER ()::int AS total
       FROM tree d JOIN ministries mi ON mi.id = d.ministry_id CROSS JOIN LATERAL (
         SELECT count(*)::int AS count FROM inquiries i
         WHERE i.ministry_id = d.ministry_id AND i.division_id = d.id AND i.state IN ('asked', 'acknowledged', 'questioned')) open
       WHERE ${mine} AND (d.valid_to IS NULL OR open.count > 0) ${named}
       ORDER BY open.count DESC, mi.sort, d.path, d.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }
}

const ownDivisions = (actor: Actor, bind: Bind): string => {
  const own = actor.grants
    .filter(({ role }) => role === 'ministry')
    .map(({ ministryId, divisionId }) =>
      divisionId ? `d.id = ${bind(divisionId)}` : `d.ministry_id = ${bind(ministryId)}`,
    );
  return `(${own.join(' OR ')})`;
};
