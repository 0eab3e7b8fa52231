import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { lockFolder } from './folder-lock.mjs';
import { startPostgres } from './postgres.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'musubi-postgres-'));
chmodSync(temporary, 0o755);
const folder = join(temporary, 'postgres');
const version = join(folder, 'data', 'PG_VERSION');
afterAll(() => rmSync(temporary, { recursive: true }));

async function query(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('a server whose launcher was killed gives its folder back, with all that was committed', async () => {
  const code = `const { startPostgres } = await import(${JSON.stringify(new URL('./postgres.mjs', import.meta.url))});
    console.log((await startPostgres({ folder: ${JSON.stringify(folder)} })).url); setInterval(() => {}, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(launcher.stdout, 'data');
  await query(String(url).trim(), `create table kept as select '厚生労働省' as name`);
  launcher.kill('SIGKILL');

  const server = await startPostgres({ folder });
  expect(await query(server.url, 'select name from kept')).toEqual([{ name: '厚生労働省' }]);
  await server.stop();
});

test('a pid file that names a foreign process is no obstacle', async () => {
  writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n`);
  const server = await startPostgres({ folder });
  await server.stop();
});

test.each([
  ['rubbish', 'フォルダーが壊れています'],
  ['15', 'PostgreSQL 15 のものです'],
])('a folder whose version reads %s is named with the remedy', async (content, says) => {
  const right = readFileSync(version);
  writeFileSync(version, content);
  await expect(startPostgres({ folder })).rejects.toThrow(says);
  await expect(startPostgres({ folder })).rejects.toThrow(join(folder, 'data'));
  writeFileSync(version, right);
});

test('one folder serves one start at a time', () => {
  writeFileSync(join(temporary, 'lock'), String(process.ppid));
  expect(() => lockFolder(temporary)).toThrow(`プロセス ${process.ppid}`);
  writeFileSync(join(temporary, 'lock'), '999999999');
  lockFolder(temporary)();
});
