// `npm run chaos:reminders`: a year of reminders while everything around them breaks.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import { ensureBuilt } from '../build.mjs';
import { Failure } from '../failure.mjs';
import { startPostgres } from '../postgres.mjs';
import { redisInstalled, startRedis } from '../redis.mjs';
import { run } from '../run.mjs';
import { openGround } from './ground.mjs';
import { startMailbox } from './mailbox.mjs';
import { readOptions } from './options.mjs';
import { playYear, until } from './play.mjs';
import { makeTrouble } from './trouble.mjs';
import { judge } from './verdict.mjs';
import { startWorkers } from './workers.mjs';
import { businessDays, expected, inOfficeHours, instantOf, makeYear } from './year.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_DAY = '2027-01-04';
const WORKERS = 3;

const ends = [];

async function main() {
  const options = readOptions();
  if (options.redis && !redisInstalled())
    throw new Failure(
      'redis-server がありません。入れるか、--redis を外してください。',
      'redis-server is not installed.',
    );
  await ensureBuilt(root, ['backend']);
  const folder = mkdtempSync(join(tmpdir(), 'musubi-chaos-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startPostgres({ folder: join(folder, 'postgres') });
  ends.push(server.stop);
  const redis = options.redis ? await startRedis() : undefined;
  if (redis) ends.push(redis.stop);
  const emptier = redis && new Redis(redis.url);
  if (emptier) ends.push(() => emptier.disconnect());

  const world = {
    now: () => clock.now(),
    isOpen: (instant) => inOfficeHours(instant, days),
    mood: () => trouble.mood(),
  };
  const mailbox = await startMailbox(world);
  ends.push(mailbox.stop);
  const env = settings({ folder, server, redis, mailbox });
  if ((await run([process.execPath, join(root, 'backend/dist/setup.js'), '--no-demo'], { env, cwd: root })) !== 0)
    throw new Failure('データベースを準備できませんでした。', 'The set-up failed.');

  const ground = await openGround(server.url);
  ends.push(ground.end);
  const days = businessDays(FIRST_DAY, await ground.holidays());
  const inquiries = makeYear({ ...options, days });
  await ground.fill(inquiries);
  const clock = startClock(ground);
  await clock.set(days[0], '06:00');

  const { openQueue } = await import(pathToFileURL(join(root, 'backend/dist/platform/jobs/queue.js')));
  const queue = await openQueue({ DATABASE_URL: server.url, REDIS_URL: redis?.url });
  ends.push(() => queue.close());
  const workers = startWorkers({ root, env, count: WORKERS, log: join(folder, 'workers.log') });
  ends.push(workers.stop);
  await until('the workers', { done: async () => (await queue.getWorkersCount()) >= WORKERS });
  const timetable = (await queue.getJobSchedulers()).length;
  const trouble = makeTrouble({ ...options, workers, ground, redis: emptier, queue, timetable });

  const wanted = inquiries.flatMap((one) => expected(one).map((step) => `${one.id} ${step}`));
  console.log(
    `${wanted.length} reminders of ${inquiries.length} inquiries in a year, on ${redis ? 'Redis' : 'PostgreSQL'}`,
  );
  try {
    await playYear({ inquiries, days, clock, ground, queue, trouble: trouble.beside });
  } catch (error) {
    console.error(readFileSync(join(folder, 'workers.log'), 'utf8').slice(-4000));
    throw error;
  }
  process.exitCode = judge({ received: await mailbox.received(), wanted, workers, troubles: trouble.told, redis });
}

function settings({ folder, server, redis, mailbox }) {
  const { REDIS_URL: _, ...env } = process.env;
  return {
    ...env,
    NODE_ENV: 'production',
    MUSUBI_MODE: 'demo',
    SEND_WINDOW: 'office',
    DATABASE_URL: server.url,
    SMTP_URL: mailbox.url,
    BASE_URL: 'https://musubi.example',
    SECRET: 'a secret for a year of chaos, long enough',
    DATA_DIR: folder,
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };
}

/** The clock of the whole desk, as the demo has it. */
function startClock(ground) {
  let at = new Date();
  const move = (instant) => {
    at = instant;
    return ground.setClock(at);
  };
  return {
    now: () => at,
    set: (day, time) => move(instantOf(day, time)),
    pass: (ms) => move(new Date(at.getTime() + ms)),
  };
}

main()
  .catch((error) => {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  })
  .finally(async () => {
    for (const end of ends.reverse()) await end();
  });
