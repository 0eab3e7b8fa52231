import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MeasureImport, MeasureImportList } from '../contract/measures.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { instant } from '../platform/sql/json.js';
import { mayImport } from './policy.js';

const STATE = `CASE WHEN i.applied_at IS NOT NULL THEN 'applied' WHEN i.faults <> '[]' THEN 'faulty'
  WHEN i.difference ->> 'kpis' = '0' AND i.difference -> 'added' = '[]' AND i.difference -> 'changed' = '[]' THEN 'nothing'
  ELSE 'ready' END`;

const HEAD = `i.id, i.file_name AS "fileName", i.kind, ${STATE} AS state, ${instant('i.created_at')} AS "createdAt",
  c.name AS "createdBy", ${instant('i.applied_at')} AS "appliedAt", a.name AS "appliedBy"`;

const FROM = `FROM measure_imports i LEFT JOIN people c ON c.id = i.created_by LEFT JOIN people a ON a.id = i.applied_by`;

const LATEST = 100;

@Injectable()
export class ImportQueries {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor): Promise<MeasureImportList> {
    authorize(mayImport(actor));
    const items: MeasureImportList['items'] = await this.db.query(
      `SELECT ${HEAD} ${FROM} ORDER BY i.created_at DESC, i.id LIMIT ${LATEST}`,
    );
    return { items, total: items.length };
  }

  async get(actor: Actor, id: string): Promise<MeasureImport> {
    authorize(mayImport(actor));
    const [row]: Omit<MeasureImport, 'allowedActions'>[] = await this.db.query(
      `SELECT ${HEAD}, i.counts, i.faults, i.difference ${FROM} WHERE i.id = $1`,
      [id],
    );
    const shown = found(row);
    return { ...shown, allowedActions: shown.state === 'ready' ? ['apply'] : [] };
  }
}
