// Jobs per second on both places where the queue can live.
import { redisInstalled, startRedis } from '../redis.mjs';
import { once } from './ground.mjs';

const JOBS = 5000;
/** As the relay adds them. */
const BATCH = 200;

export async function measureJobs(server, log) {
  await once(server.url, (db) => db.query('CREATE DATABASE queue'));
  const config = { DATABASE_URL: server.url.replace(/[^/]+$/, 'queue') };
  log('jobs on PostgreSQL …');
  const rows = [{ backend: 'PostgreSQL', ...(await jobsPerSecond(config)) }];
  if (!redisInstalled()) return rows;
  log('jobs on Redis …');
  const redis = await startRedis();
  try {
    rows.push({ backend: 'Redis', ...(await jobsPerSecond({ ...config, REDIS_URL: redis.url })) });
  } finally {
    await redis.stop();
  }
  return rows;
}

async function jobsPerSecond(config) {
  const from = (path) => import(new URL(`../../backend/dist/platform/jobs/${path}`, import.meta.url).href);
  const [{ openQueue }, { startWorker }] = [await from('queue.js'), await from('worker.js')];
  const queue = await openQueue(config);
  const added = await timed(async () => {
    for (let start = 0; start < JOBS; start += BATCH)
      await queue.addBulk(
        Array.from({ length: BATCH }, (_, i) => ({
          name: 'nothing',
          data: { eventId: String(start + i) },
          opts: { jobId: `nothing-${start + i}` },
        })),
      );
  });
  let left = JOBS;
  let worker;
  const done = await timed(
    () =>
      new Promise((finished, failed) => {
        const run = async () => void (--left === 0 && finished());
        startWorker([{ name: 'nothing', run }], config).then((started) => {
          worker = started;
        }, failed);
      }),
  );
  await worker?.close();
  await queue.close();
  return { added: JOBS / added, done: JOBS / done };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
