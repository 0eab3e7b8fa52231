// Embedded PostgreSQL: one server per folder, for `npm start` and for the tests.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { diskFull, Failure, NO_SPACE } from './failure.mjs';
import { spawnGuarded } from './guarded.mjs';
import { postgresBinaries, unprivilegedAccount } from './postgres-binaries.mjs';
import { corrupt, databaseHome, endFormerServer, ensureCluster, USER } from './postgres-folder.mjs';

const DATABASE = 'musubi';
const DAMAGE =
  /PANIC|not a valid|incompatible|invalid data|pg_control|pg_filenode|could not (open|read) file|missing|bogus/;

export const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/**
 * Starts the server of `folder` and makes the database when it is new. Answers { url, folder, pid(), exited, stop() }.
 * The caller must be the folder's only user: a server left over from a killed run is ended.
 */
export async function startPostgres({ folder, port, settings = {}, log = () => {} }) {
  const account = unprivilegedAccount();
  const bin = postgresBinaries(account);
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  const home = databaseHome(resolve(folder), account);
  ensureCluster(home, bin, account, env);
  const data = join(home, 'data');
  await endFormerServer(data);
  port ??= await freePort();
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const server = await launch(join(bin, 'postgres'), data, options, { ...account, env }, log);
  const url = `postgresql://${USER}:${readFileSync(join(home, 'password'), 'utf8')}@127.0.0.1:${port}`;
  try {
    await prepare(url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { pid, exited, stop } = server;
  return { url: `${url}/${DATABASE}`, folder: home, pid, exited, stop };
}

async function launch(program, data, options, identity, log) {
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [program, '-D', data, ...flags];
  const server = spawnGuarded(command, { ...identity, cwd: '/', signal: 'INT', stdout: 'ignore', stderr: 'pipe' });
  let tail = '';
  await new Promise((ready, failed) => {
    server.child.stderr.setEncoding('utf8').on('data', (text) => {
      tail = (tail + text).slice(-4000);
      log(text);
      if (text.includes('ready to accept connections')) ready();
    });
    void server.exited.then(({ error }) => failed(error ?? whyNot(data, tail)));
  });
  return server;
}

function whyNot(data, tail) {
  if (NO_SPACE.test(tail)) return diskFull(data);
  const lines = tail.split('\n').filter((line) => /FATAL|PANIC|ERROR|invalid|could not|DETAIL/.test(line));
  const detail = (lines.length > 0 ? lines : [tail]).join('\n  ');
  if (DAMAGE.test(detail)) return corrupt(data, detail);
  return new Failure(
    `PostgreSQL を起動できませんでした（${data}）。\n  ${detail}`,
    `PostgreSQL did not start in ${data}.`,
  );
}

/** Makes the database, and proves the two settings that would fail silently: UTF-8, and trigrams of Japanese text. */
async function prepare(server) {
  const admin = new pg.Client(`${server}/postgres`);
  await admin.connect();
  try {
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await admin.query(`create database ${DATABASE}`);
    await admin.query('begin');
    await admin.query('create extension if not exists pg_trgm');
    const test = await admin.query(
      `select current_setting('server_encoding') as encoding, cardinality(show_trgm('厚生労働省')) as trigrams`,
    );
    await admin.query('rollback');
    const { encoding, trigrams } = test.rows[0];
    if (encoding === 'UTF8' && trigrams > 0) return;
    throw new Failure(
      `データベースが日本語を扱えません（文字コード ${encoding}、トライグラム ${trigrams} 個）。UTF8 と C.UTF-8 で作り直してください。`,
      `The database cannot handle Japanese (encoding ${encoding}, ${trigrams} trigrams). Make it again with UTF8 and C.UTF-8.`,
    );
  } finally {
    await admin.end();
  }
}
