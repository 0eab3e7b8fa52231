import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { type DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** Every connection keeps the plans it made until it ends: only so many texts, others are planned each time. */
const AT_MOST = 100;
const names = new Map<string, string>();

/**
 * Runs a statement that each connection plans once, where planning costs more than running. In a transaction it runs on
 * the transaction's connection.
 */
export async function prepared<Row>(db: DataSource | EntityManager, text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await (await connectionOf(db)).query({ name: nameOf(text), text, values });
  return rows;
}

async function connectionOf(db: DataSource | EntityManager): Promise<Pool | PoolClient> {
  if (!(db instanceof EntityManager)) return (db.driver as PostgresDriver).master;
  return (await db.queryRunner?.connect()) ?? connectionOf(db.connection);
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= AT_MOST) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}
