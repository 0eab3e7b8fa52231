import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { violations } from '../../src/audit/invariants.js';
import { loadReferenceData } from '../../src/reference-data.js';
import { databaseUrl, testDatabase } from '../database.js';
import { STRATEGY_2025 } from '../strategy-files.js';

const LOADER = fileURLToPath(new URL('./from-source.mjs', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../src/import-measures.ts', import.meta.url));
/** Each runs a process three times and more. */
const LONG = 240_000;
const db = testDatabase();
let folder: string;

beforeAll(async () => {
  await loadReferenceData(db());
  folder = await mkdtemp(join(tmpdir(), 'musubi-import-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The import as an administrator starts it, as a process of its own. */
function start(name: string, content: string) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const child = spawn(process.execPath, ['--no-warnings', '--import', LOADER, COMMAND, file, '--apply'], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl(db()), MUSUBI_MODE: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, ended: once(child, 'exit') };
}

async function everything(): Promise<string> {
  const [{ sum }] = await db().query(
    `SELECT md5(string_agg(t, '|' ORDER BY t)) AS sum FROM (SELECT m::text AS t FROM measures m
     UNION ALL SELECT k::text FROM measure_kpis k UNION ALL SELECT h::text FROM measure_history h) all_rows`,
  );
  return sum;
}

const waiting = async () => {
  const rows: { pid: number }[] = await db().query(
    `SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'measure_history'::regclass`,
  );
  return rows[0]?.pid;
};
const until = async (met: () => Promise<boolean>) => {
  while (!(await met())) await wait(50);
};
const imports = () => db().query(`SELECT applied_at IS NOT NULL AS applied FROM measure_imports ORDER BY created_at`);
const events = async () => {
  const [{ n }] = await db().query(`SELECT count(*)::int AS n FROM events WHERE type = 'measure.import'`);
  return n;
};

/** A strategy that stands already, with other sentences. */
async function changedStrategy(): Promise<string> {
  await db().query('DELETE FROM measures; DELETE FROM measure_kpis');
  expect((await start('前の版.txt', STRATEGY_2025).ended)[0]).toBe(0);
  return STRATEGY_2025.replaceAll('する。', 'することとする。');
}

it.each([
  ['一覧.csv', () => '施策ID,通称\nM25-Ci-1-01,自動運転\nM25-Ci-1-02,貨客混載\n'],
  ['総合戦略.txt', changedStrategy],
])(
  '%s: killed in the midst of writing, nothing of it stands; done again, it stands once',
  async (name, write) => {
    const content = await write();
    const [before, kept] = [await everything(), (await imports()).length];
    // Rows of measures are written by then; their history cannot be yet.
    const holder = db().createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE measure_history IN EXCLUSIVE MODE');
    const killed = start(name, content);
    await until(async () => (await waiting()) !== undefined);
    const pid = await waiting();
    killed.child.kill('SIGKILL');
    await killed.ended;
    await holder.rollbackTransaction();
    await holder.release();
    await until(async () => (await db().query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).length === 0);
    expect(await everything()).toBe(before);
    expect((await imports()).slice(kept)).toEqual([{ applied: false }]);
    const told = await events();

    expect((await start(name, content).ended)[0]).toBe(0);
    const after = await everything();
    expect(after).not.toBe(before);
    expect((await imports()).slice(kept)).toEqual([{ applied: false }, { applied: true }]);
    expect(await events()).toBe(told + 1);
    expect((await start(name, content).ended)[0]).toBe(0);
    expect(await everything()).toBe(after);
    expect(await violations(db())).toEqual([]);
  },
  LONG,
);
