import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../src/database.js';
import { loadReferenceData } from '../src/reference-data.js';

const TEMPLATE = 'test_template';

/** A fresh database for this test file: migrated, with reference data, without cases or people. Call it at the top. */
export function testDatabase(): () => DataSource {
  const name = `test_${randomBytes(6).toString('hex')}`;
  let db: DataSource;
  beforeAll(async () => {
    await asAdmin(async (admin) => {
      await ensureTemplate(admin);
      await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
    });
    db = createDataSource(urlOf(name));
    await db.initialize();
  });
  afterAll(async () => {
    if (db?.isInitialized) await db.destroy();
    await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
  });
  return () => db;
}

/** Where a test database is, for what opens its own connections. */
export function databaseUrl(db: DataSource): string {
  return urlOf(String(db.driver.database));
}

function urlOf(database: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(urlOf('postgres'));
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** The first test file that comes makes the template, the others wait for it. */
async function ensureTemplate(admin: pg.Client): Promise<void> {
  await admin.query('select pg_advisory_lock(1)');
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount === 0) {
    const draft = `${TEMPLATE}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    await admin.query(`create database ${draft}`);
    const db = await createDataSource(urlOf(draft)).initialize();
    try {
      await db.runMigrations();
      await loadReferenceData(db);
    } finally {
      await db.destroy();
    }
    await admin.query(`alter database ${draft} rename to ${TEMPLATE}`);
  }
  await admin.query('select pg_advisory_unlock(1)');
}
