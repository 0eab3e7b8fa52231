import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/sql/prepared.js';
import { ConsultationEntity } from './consultation.entity.js';
import type { Limits } from './due.js';

interface Column {
  property: keyof ConsultationEntity;
  name: string;
  type: unknown;
}

let known: Column[] | undefined;

function columnsOf(tx: EntityManager): Column[] {
  known ??= tx.connection.getMetadata(ConsultationEntity).columns.map(({ propertyName, databaseName, type }) => ({
    property: propertyName as keyof ConsultationEntity,
    name: databaseName,
    type,
  }));
  return known;
}

interface Locked {
  consultation: ConsultationEntity;
  /** Business days by state and for the whole reply. */
  limits: Limits;
}

/** The case `c` that meets the condition, locked, and what its deadlines are made from; null when there is none. */
export async function lockCase(tx: EntityManager, condition: string, values: unknown[]): Promise<Locked | null> {
  const list = columnsOf(tx).map(
    ({ property, name, type }) => `c.${name}${type === 'date' ? '::text' : ''} AS "${property}"`,
  );
  const [row] = await prepared<{ limits: Limits }>(
    tx,
    `SELECT ${list.join(', ')}, (SELECT jsonb_object_agg(kind, workdays) FROM deadline_rules) AS limits
     FROM consultations c WHERE ${condition} FOR UPDATE OF c`,
    values,
  );
  if (!row) return null;
  const { limits, ...columns } = row;
  return { consultation: Object.assign(new ConsultationEntity(), columns), limits };
}

/** Writes the columns that differ from what was read under the lock. */
export async function storeCase(
  tx: EntityManager,
  before: ConsultationEntity,
  after: ConsultationEntity,
): Promise<void> {
  const changed = columnsOf(tx).filter(({ property }) => before[property] !== after[property]);
  if (changed.length === 0) return;
  const list = changed.map(({ name }, index) => `${name} = $${index + 2}`).join(', ');
  const values = changed.map(({ property, type }) =>
    type === 'jsonb' ? JSON.stringify(after[property]) : after[property],
  );
  await prepared(tx, `UPDATE consultations SET ${list} WHERE id = $1`, [before.id, ...values]);
}
