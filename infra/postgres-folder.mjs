// The folder of the embedded database: <home>/data (PostgreSQL's own) and <home>/password.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFull, Failure, NO_SPACE } from './failure.mjs';
import { isOpen, OPEN_HOME } from './postgres-binaries.mjs';
import { commandOf } from './processes.mjs';

const MAJOR = '18';
export const USER = 'musubi';

export const corrupt = (data, detail) =>
  new Failure(
    `データベースのフォルダーが壊れています: ${data}\n  ${detail}\n  控え（バックアップ）から戻すか、このフォルダーを別の場所へ移してからもう一度起動してください（空のデータベースが作られます）。`,
    `The database folder is damaged: ${data}. Restore it from a backup, or move it away and start again: an empty database will be made.`,
  );

/** Makes (or follows) the database's home. For root below a closed folder it is a link to an open one. */
export function databaseHome(home, account) {
  mkdirSync(dirname(home), { recursive: true });
  const known = lstatSync(home, { throwIfNoEntry: false });
  if (!known && account && !isOpen(dirname(home))) {
    const real = join(OPEN_HOME, `database-${randomBytes(6).toString('hex')}`);
    mkdirSync(real, { recursive: true, mode: 0o755 });
    symlinkSync(real, home);
  }
  if (!known?.isSymbolicLink()) mkdirSync(home, { recursive: true });
  const real = realpathSync(home);
  chmodSync(real, 0o755);
  return real;
}

/** Creates the cluster beside its place and moves it there: a killed initdb leaves nothing half made. */
export function ensureCluster(home, bin, account, env) {
  const data = join(home, 'data');
  const password = join(home, 'password');
  if (existsSync(data)) return checkCluster(data, password);
  const fresh = join(home, 'data.new');
  rmSync(fresh, { recursive: true, force: true });
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account) for (const path of [fresh, password]) chownSync(path, account.uid, account.gid);
    const locale = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['-U', USER, '-A', 'scram-sha-256', '--pwfile', password, '--no-instructions'];
    execFileSync(join(bin, 'initdb'), ['-D', fresh, ...access, ...locale], {
      ...account,
      env,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    renameSync(fresh, data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (error.code === 'ENOSPC' || NO_SPACE.test(String(error.stderr))) throw diskFull(home);
    throw new Failure(
      `データベースを作成できませんでした: ${data}\n${error.stderr ?? error.message}`,
      `initdb failed for ${data}.`,
      error,
    );
  }
}

function checkCluster(data, password) {
  const version = join(data, 'PG_VERSION');
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : '';
  if (!/^\d+$/.test(found)) throw corrupt(data, 'PG_VERSION が読めません。');
  if (found !== MAJOR)
    throw new Failure(
      `データベースのフォルダー ${data} は PostgreSQL ${found} のものです。この版は PostgreSQL ${MAJOR} を使います。元の版に戻してデータを取り出すか、フォルダーを別の場所へ移してください。`,
      `${data} was written by PostgreSQL ${found}; this release runs ${MAJOR}. Go back to the former release, or move the folder away.`,
    );
  if (!existsSync(password)) throw corrupt(data, `${password} がありません。`);
}

/** A former run that was killed may have left a server or a stale pid file behind. The caller holds the folder. */
export async function endFormerServer(data) {
  const file = join(data, 'postmaster.pid');
  for (let attempt = 0; existsSync(file); attempt++) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (!commandOf(pid).includes(data)) return rmSync(file, { force: true });
    if (attempt === 150)
      throw new Failure(
        `前回の PostgreSQL（プロセス ${pid}）が ${data} を使ったまま終了しません。このプロセスを終了してから、もう一度起動してください。`,
        `Another PostgreSQL (pid ${pid}) still holds ${data}. End it and start again.`,
      );
    if (attempt === 0) process.kill(pid, 'SIGINT');
    await sleep(100);
  }
}
