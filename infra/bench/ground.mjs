// Where the bench runs: a PostgreSQL of its own in a temporary folder, with a database for each size.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Failure } from '../failure.mjs';
import { startPostgres } from '../postgres.mjs';
import { run } from '../run.mjs';
import { loadData } from './load-data.mjs';
import { PASSWORD } from './people.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export async function openGround() {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ folder: join(folder, 'postgres') });
  const { hashPassword } = await import(new URL('../../backend/dist/identity/passwords.js', import.meta.url).href);
  const passwordHash = await hashPassword(PASSWORD);

  /** A database with reference data and so many cases. Answers { url, people, facts, bytes }. */
  async function database(count, log) {
    const name = `cases_${count}`;
    await once(server.url, (db) => db.query(`CREATE DATABASE ${name}`));
    const url = server.url.replace(/[^/]+$/, name);
    await setUp(url);
    return once(url, async (db) => {
      const empty = await size(db);
      log(`loading ${count} cases …`);
      const loaded = await loadData(db, url, count, passwordHash, log);
      return { url, ...loaded, bytes: (await size(db)) - empty };
    });
  }

  return {
    folder,
    server,
    database,
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The variables of the programs under test. */
export const settingsFor = (url, more = {}) => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: url,
  SMTP_URL: 'smtp://127.0.0.1:1',
  BASE_URL: 'http://localhost:3000',
  SECRET: 'nothing is signed for anybody in a bench',
  ...more,
});

async function setUp(url) {
  const env = settingsFor(url);
  const code = await run([process.execPath, join(root, 'backend/dist/setup.js')], { env, cwd: root, quiet: true });
  if (code !== 0) throw new Failure('データベースを準備できませんでした。', 'The set-up failed; see above.');
}

export async function once(url, work) {
  const db = new pg.Client(url);
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

const size = async (db) =>
  Number((await db.query('SELECT pg_database_size(current_database()) AS bytes')).rows[0].bytes);
