// The database of the desk, running or not: for commands that ask it something.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.mjs';
import { startPostgres } from './postgres.mjs';
import { unprivilegedAccount } from './postgres-binaries.mjs';
import { databaseHome, USER } from './postgres-folder.mjs';
import { commandOf } from './processes.mjs';
import { readSettings } from './settings.mjs';

/** Runs `work` with the address of the database; an embedded server that nobody runs is started for the while. */
export async function withDatabase(root, work) {
  const { dataDir, databaseUrl } = readSettings(root);
  const folder = join(dataDir, 'postgres');
  const known = databaseUrl ?? runningServer(folder);
  if (known) return work(known);
  const release = lockFolder(dataDir);
  const server = await startPostgres({ folder });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    release();
  }
}

/** The address of the embedded server while a desk runs it. */
function runningServer(folder) {
  try {
    const home = databaseHome(folder, unprivilegedAccount());
    const [pid, , , port] = readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n');
    if (!commandOf(Number(pid)).includes('postgres')) return undefined;
    return `postgresql://${USER}:${readFileSync(join(home, 'password'), 'utf8')}@127.0.0.1:${port}/musubi`;
  } catch {
    return undefined; // no data folder, or no server in it
  }
}
