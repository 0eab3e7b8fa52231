import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Contact, ContactFilter, ContactList } from '../contract/ministries.js';
import type { Paging } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { mayKeepContact, mayReadContacts, permits } from './policy.js';

@Injectable()
export class ContactQueries {
  constructor(private readonly db: DataSource) {}

  async list(
    actor: Actor,
    { ministryId, divisionId, ended, page, size }: ContactFilter & Paging,
  ): Promise<ContactList> {
    const { bind, values } = binder();
    const where = ['true'];
    if (ministryId) where.push(`c.ministry_id = ${bind(ministryId)}`);
    if (divisionId) where.push(`c.division_id = ${bind(divisionId)}`);
    if (!ended) where.push('c.valid_to IS NULL');
    const limit = `LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`;
    const { items, total } = await this.rows(actor, where.join(' AND '), values, limit);
    const own = { ministryId: ministryId ?? '', divisionId: divisionId ?? null };
    return { items, total, allowedActions: permits(mayKeepContact(actor, own)) };
  }

  async get(actor: Actor, id: string): Promise<Contact> {
    return found((await this.rows(actor, 'c.id = $1', [id])).items[0]);
  }

  private async rows(actor: Actor, where: string, values: unknown[], limit = '') {
    const rows: (Omit<Contact, 'allowedActions'> & { total: number })[] = await this.db.query(
      `SELECT c.id, c.ministry_id AS "ministryId", c.division_id AS "divisionId",
              concat_ws(' ', m.name, p.name, d.name) AS organisation, c.name, c.role, c.tel, c.email,
              c.valid_from::text AS "validFrom", c.valid_to::text AS "validTo", c.version, count(*) OVER ()::int AS total
       FROM contacts c JOIN ministries m ON m.id = c.ministry_id LEFT JOIN divisions d ON d.id = c.division_id
       LEFT JOIN divisions p ON p.id = d.parent_id
       WHERE ${mayReadContacts(actor)} AND (${where})
       ORDER BY m.sort, c.division_id NULLS FIRST, c.valid_to NULLS FIRST, c.name, c.id ${limit}`,
      values,
    );
    const items = rows.map(({ total: _, ...row }) => ({ ...row, allowedActions: permits(mayKeepContact(actor, row)) }));
    return { items, total: rows[0]?.total ?? 0 };
  }
}
