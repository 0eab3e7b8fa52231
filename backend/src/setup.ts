import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { Calendar } from './calendar/calendar.js';
import { Clock } from './calendar/clock.js';
import { createDataSource } from './database.js';
import { AlmanacChanges } from './deadlines/almanac-changes.js';
import { letInFirstPeople } from './first-people.js';
import { SYSTEM } from './identity/actor.js';
import { command } from './platform/command.js';
import { ConfigError } from './platform/config.js';
import { openQueue } from './platform/jobs/queue.js';
import { loadReferenceData } from './reference-data.js';

/** One setup at a time, however many machines start together. */
const ONLY_ONE = 'select pg_advisory_lock(1795000000)';

/** Before every start: brings schema, queue and reference data up to date. Running it again changes nothing. */
await command(async (config) => {
  const db = await connected(createDataSource(config.DATABASE_URL));
  const lock = db.createQueryRunner();
  await lock.query(ONLY_ONE);
  await requireJapanese(db);
  await db.runMigrations();
  await loadReferenceData(db);
  await followHolidays(db);
  await letInFirstPeople(db, config, process.argv.slice(2));
  await (await openQueue(config)).close();
  await lock.release();
  await db.destroy();
});

/** A newer package of holidays may move open deadlines. */
async function followHolidays(db: DataSource): Promise<void> {
  const clock = new Clock();
  const changes = new AlmanacChanges(db, clock, new Calendar(db, clock));
  await changes.make(SYSTEM, { cause: 'holiday', preview: false }, async () => undefined);
}

async function connected(db: DataSource): Promise<DataSource> {
  try {
    return await db.initialize();
  } catch (error) {
    const reason = (error as { code?: string }).code ?? 'unknown';
    throw new ConfigError([
      `DATABASE_URL: データベースに接続できません（${reason}）。アドレス、利用者、パスワードと、PostgreSQL が動いていることを確認してください。`,
    ]);
  }
}

async function requireJapanese(db: DataSource): Promise<void> {
  const [{ encoding, version }] = await db.query(
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int / 10000 as version`,
  );
  const problems = [
    ...(encoding === 'UTF8'
      ? []
      : [`DATABASE_URL: データベースの文字コードが ${encoding} です。UTF8 で作り直してください。`]),
    ...(version >= 15 ? [] : [`DATABASE_URL: PostgreSQL ${version} では動きません。15 以上を使ってください。`]),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
}
