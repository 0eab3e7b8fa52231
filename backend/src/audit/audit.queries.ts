import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntry, AuditFilter } from '../contract/audit.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';

type Row = Omit<AuditEntry, 'occurredAt'> & { occurredAt: Date };

@Injectable()
export class AuditQueries {
  constructor(private readonly db: DataSource) {}

  /** The trail, newest first. Managers and administrators read it; nobody can change it. */
  async list(actor: Actor, filter: AuditFilter): Promise<{ items: AuditEntry[]; total: number }> {
    authorize(hasRole(actor, 'admin', 'manager'));
    const { bind, values } = binder();
    const conditions = [
      ...(filter.type ? [`e.type LIKE ${bind(`${filter.type.replace(/[\\%_]/g, '\\$&')}%`)}`] : []),
      ...(filter.person ? [`p.name = ${bind(filter.person)}`] : []),
      ...(filter.number ? [`c.number = ${bind(filter.number)}`] : []),
      ...(filter.from ? [`e.occurred_at >= ${bind(filter.from)}::date::timestamp AT TIME ZONE 'Asia/Tokyo'`] : []),
      ...(filter.to ? [`e.occurred_at < (${bind(filter.to)}::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'`] : []),
    ];
    const from = `FROM events e LEFT JOIN people p ON p.id = e.actor_id
      LEFT JOIN consultations c ON c.id = e.consultation_id
      LEFT JOIN ministries m ON m.id = e.ministry_id ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`;
    const [{ total }]: [{ total: number }] = await this.db.query(`SELECT count(*)::int AS total ${from}`, values);
    const rows: Row[] = await this.db.query(
      `SELECT e.id::text AS id, e.occurred_at AS "occurredAt", e.type, coalesce(p.name, 'システム') AS actor, c.number,
              e.subject_id AS "subjectId", m.name AS ministry, e.data ${from}
       ORDER BY e.id DESC LIMIT ${bind(filter.size)} OFFSET ${bind((filter.page - 1) * filter.size)}`,
      values,
    );
    return { items: rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() })), total };
  }
}
