import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DivisionDetail, Ministry, MinistryFilter, MinistryList } from '../contract/ministries.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { type DivisionRow, directory, type MinistryRow, search } from './directory.js';
import { mayKeepDirectory, permits } from './policy.js';

@Injectable()
export class MinistryQueries {
  constructor(private readonly db: DataSource) {}

  /** All ministries fit on one page; the size of this answer does not depend on the cases. */
  async list(actor: Actor, { q = '', divisions: wanted, ended }: MinistryFilter): Promise<MinistryList> {
    const allowedActions = permits(mayKeepDirectory(actor));
    const branches = search(directory(...(await this.rows(ended))), q);
    const items = branches.map(({ ministry, divisions }) => ({
      ...ministry,
      divisionCount: divisions.length,
      divisions: wanted === 'with' ? divisions : [],
      allowedActions,
    }));
    return { items, total: items.length, allowedActions };
  }

  async get(actor: Actor, id: string, ended: boolean): Promise<Ministry> {
    const rows = await this.rows(ended, id);
    const { ministry, divisions } = found(directory(...rows)[0]);
    return {
      ...ministry,
      divisions,
      divisionCount: divisions.length,
      allowedActions: permits(mayKeepDirectory(actor)),
    };
  }

  async division(actor: Actor, id: string): Promise<DivisionDetail> {
    const [row] = await this.db.query('SELECT ministry_id AS "ministryId" FROM divisions WHERE id = $1', [id]);
    const { name, divisions, allowedActions } = await this.get(actor, found(row).ministryId, true);
    return { ...found(divisions.find((division) => division.id === id)), ministryName: name, allowedActions };
  }

  private async rows(ended: boolean, id: string | null = null): Promise<[MinistryRow[], DivisionRow[]]> {
    const ministries = this.db.query<MinistryRow[]>(
      `SELECT id, name, short_name AS "shortName", kana, parent_id AS "parentId", mailbox, valid_from::text AS "validFrom",
              valid_to::text AS "validTo", sort, source, version
       FROM ministries WHERE ($1::boolean OR valid_to IS NULL OR id = $2) AND ($2::text IS NULL OR id = $2)
       ORDER BY sort, id`,
      [ended, id],
    );
    const divisions = this.db.query<DivisionRow[]>(
      `SELECT id, ministry_id AS "ministryId", parent_id AS "parentId", name, aliases, mailbox,
              succeeded_by AS "succeededBy", valid_from::text AS "validFrom", valid_to::text AS "validTo", source, version
       FROM divisions WHERE ($1::boolean OR valid_to IS NULL) AND ($2::text IS NULL OR ministry_id = $2)
       ORDER BY valid_to NULLS FIRST, id`,
      [ended, id],
    );
    return Promise.all([ministries, divisions]);
  }
}
