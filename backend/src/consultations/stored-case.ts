import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/sql/prepared.js';
import { ConsultationEntity } from './consultation.entity.js';

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
  /** What is known of holidays and deadline rules; it stays so until the transaction ends. */
  almanacVersion: number;
}

/** The case `c` that meets the condition, locked; null when there is none. */
export async function lockCase(tx: EntityManager, condition: string, values: unknown[]): Promise<Locked | null> {
  const list = columnsOf(tx).map(
    ({ property, name, type }) => `c.${name}${type === 'date' ? '::text' : ''} AS "${property}"`,
  );
  const [row] = await prepared<{ almanacVersion: number }>(
    tx,
    `SELECT ${list.join(', ')}, almanac_version() AS "almanacVersion"
     FROM consultations c WHERE ${condition} FOR UPDATE OF c`,
    values,
  );
  if (!row) return null;
  const { almanacVersion, ...columns } = row;
  return { consultation: Object.assign(new ConsultationEntity(), columns), almanacVersion };
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
