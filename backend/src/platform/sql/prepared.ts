import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** Every connection keeps the plans it made until it ends: only so many texts, others are planned each time. */
const AT_MOST = 100;
const names = new Map<string, string>();

/** Runs a statement that each connection plans once, for reads where planning costs more than running. */
export async function prepared<Row>(db: DataSource, text: string, values: unknown[]): Promise<Row[]> {
  const pool: Pool = (db.driver as PostgresDriver).master;
  const { rows } = await pool.query({ name: nameOf(text), text, values });
  return rows;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= AT_MOST) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}
