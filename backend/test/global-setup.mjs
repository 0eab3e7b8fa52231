import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../infra/postgres.mjs';

/** One throw-away server for the whole run; `database.ts` gives each test file its own database on it. */
export default async function () {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-test-'));
  chmodSync(folder, 0o755);
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };
  const server = await startPostgres({ folder: join(folder, 'postgres'), settings });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.testServer = { ...server, temporary: folder };
}
