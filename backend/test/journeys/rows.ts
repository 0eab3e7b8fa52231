import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A row straight into a table; objects become JSON. Gives its id. */
export async function put(db: DataSource, table: string, row: Record<string, unknown>): Promise<string> {
  const whole: Record<string, unknown> = { id: randomUUID(), ...row };
  await putBare(db, table, whole);
  return String(whole.id);
}

/** The same for a table without an id. */
export async function putBare(db: DataSource, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  const values = names.map((name) => asValue(row[name]));
  await db.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    values,
  );
}

const JSON_COLUMN = Symbol('json');

/** A value for a jsonb column; lists are PostgreSQL arrays otherwise. */
export const json = (value: unknown) => ({ [JSON_COLUMN]: JSON.stringify(value) });

const asValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && JSON_COLUMN in value ? value[JSON_COLUMN] : value;
