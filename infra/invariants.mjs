// `npm run invariants`: asks the database of the desk, running or not, for what must never be true.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { run } from './run.mjs';
import { withDatabase } from './with-database.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await ensureBuilt(root, ['backend']);
process.exitCode = await withDatabase(root, (url) => {
  const env = { ...process.env, DATABASE_URL: url };
  return run([process.execPath, join(root, 'backend/dist/invariants.js')], { env, cwd: root });
});
