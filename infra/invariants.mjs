// `npm run invariants`: asks the database of the desk, running or not, for what must never be true.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { lockFolder } from './folder-lock.mjs';
import { startPostgres } from './postgres.mjs';
import { unprivilegedAccount } from './postgres-binaries.mjs';
import { databaseHome, USER } from './postgres-folder.mjs';
import { commandOf } from './processes.mjs';
import { run } from './run.mjs';
import { readSettings } from './settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dataDir, databaseUrl } = readSettings(root);
const folder = join(dataDir, 'postgres');

/** The address of the embedded server while a desk runs it. */
function runningServer() {
  try {
    const home = databaseHome(folder, unprivilegedAccount());
    const [pid, , , port] = readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n');
    if (!commandOf(Number(pid)).includes('postgres')) return undefined;
    return `postgresql://${USER}:${readFileSync(join(home, 'password'), 'utf8')}@127.0.0.1:${port}/musubi`;
  } catch {
    return undefined; // no data folder, or no server in it
  }
}

async function ask(url) {
  const env = { ...process.env, DATABASE_URL: url };
  return run([process.execPath, join(root, 'backend/dist/invariants.js')], { env, cwd: root });
}

await ensureBuilt(root, ['backend']);
const known = databaseUrl ?? runningServer();
if (known) process.exitCode = await ask(known);
else {
  const release = lockFolder(dataDir);
  const server = await startPostgres({ folder });
  process.exitCode = await ask(server.url).finally(() => server.stop());
  release();
}
