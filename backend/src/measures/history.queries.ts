import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MeasureHistory } from '../contract/measures.js';
import { found } from '../platform/errors.js';
import { instant } from '../platform/sql/json.js';
import { changesOf } from './differences.js';
import type { KeptMeasure } from './measure-row.js';

interface Kept {
  version: number;
  content: KeptMeasure;
  importId: string | null;
  fileName: string | null;
  at: string | null;
  by: string | null;
  reason: string | null;
}

/** What each version of a measure changed; the newest first. */
@Injectable()
export class HistoryQueries {
  constructor(private readonly db: DataSource) {}

  async of(id: string): Promise<MeasureHistory> {
    const versions: Kept[] = await this.db.query(
      `SELECT v.version, v.content, i.id AS "importId", i.file_name AS "fileName",
         ${instant(`coalesce(i.applied_at, (v.content ->> 'edited_at')::timestamptz)`)} AS at, p.name AS by,
         v.content ->> 'edit_reason' AS reason
       FROM (SELECT version, content FROM measure_history WHERE measure_id = $1
             UNION ALL SELECT version, to_jsonb(m) FROM measures m WHERE id = $1) v
       LEFT JOIN measure_imports i ON i.id = (v.content ->> 'import_id')::uuid
       LEFT JOIN people p ON p.id = coalesce(i.applied_by, (v.content ->> 'edited_by')::uuid)
       ORDER BY v.version DESC`,
      [id],
    );
    found(versions[0]);
    const items = versions.map(({ content, ...version }, at) => {
      const before = versions[at + 1]?.content;
      return { ...version, changes: before ? changesOf(before, content) : [] };
    });
    return { items, total: items.length };
  }
}
