import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Queue } from 'bullmq';
import { startRedis } from '../../../../infra/redis.mjs';
import { databaseUrl, testDatabase } from '../../../test/database.js';
import { queueBackends } from '../../../test/redis.js';
import type { Job } from './job.js';
import { openQueue } from './queue.js';
import { type RunningWorker, startWorker } from './worker.js';

const db = testDatabase();
Logger.overrideLogger(false); // the failures below are wanted

describe.each(queueBackends())('jobs on %s', (backend) => {
  let config: { DATABASE_URL: string; REDIS_URL?: string };
  let stopRedis = async (): Promise<unknown> => undefined;
  let queue: Queue;
  let worker: RunningWorker | undefined;

  beforeAll(async () => {
    config = { DATABASE_URL: databaseUrl(db()) };
    if (backend === 'Redis') {
      const redis = await startRedis();
      stopRedis = redis.stop;
      config.REDIS_URL = redis.url;
    }
    queue = await openQueue(config);
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
  });
  afterAll(async () => {
    await queue.close();
    await stopRedis();
  });

  /** A job that notes what it was given, after failing as often as told. */
  function noting(name: string, failures = 0, more: Partial<Job> = {}) {
    const given: unknown[] = [];
    let left = failures;
    const job: Job<unknown> = {
      name,
      ...more,
      async run(data) {
        if (left-- > 0) throw new Error('not yet');
        given.push(data);
      },
    };
    return { job, given };
  }

  test('a job gets its data, once, although it was added twice under one id', async () => {
    const { job, given } = noting('greet');
    worker = await startWorker([job], config);
    await queue.addBulk([{ name: 'greet', data: { eventId: '7' }, opts: { jobId: 'greet-7' } }]);
    await until(() => given.length === 1);
    await queue.addBulk([{ name: 'greet', data: { eventId: '7' }, opts: { jobId: 'greet-7' } }]);
    await queue.add('greet', { eventId: '8' });
    await until(() => given.length === 2);
    expect(given).toEqual([{ eventId: '7' }, { eventId: '8' }]);
  });

  test('a failed job is tried again', async () => {
    const { job, given } = noting('stumble', 2);
    worker = await startWorker([job], config);
    await queue.add('stumble', {}, { backoff: { type: 'fixed', delay: 10 } });
    await until(() => given.length === 1);
  });

  test('a job that always fails is kept, with its reason', async () => {
    worker = await startWorker([noting('hopeless', 9).job], config);
    const { id } = await queue.add('hopeless', {}, { attempts: 2, backoff: { type: 'fixed', delay: 10 } });
    await until(async () => (await queue.getFailedCount()) === 1);
    expect(await queue.getJob(id ?? '')).toMatchObject({
      failedReason: 'not yet',
      attemptsMade: 2,
    });
  });

  test('a period and a cron in Tokyo time are scheduled, and forgotten when they leave the code', async () => {
    const often = noting('often', 0, { schedule: { every: 50 } });
    const morning = noting('morning', 0, { schedule: '0 9 * * 1-5' });
    worker = await startWorker([often.job, morning.job], config);
    await until(() => often.given.length >= 2);
    const schedulers = await queue.getJobSchedulers();
    const next = new Date(schedulers.find(({ key }) => key === 'morning')?.next ?? 0);
    expect([next.getUTCHours(), next.getUTCMinutes()]).toEqual([0, 0]);
    await worker.close();
    worker = await startWorker([morning.job], config);
    expect((await queue.getJobSchedulers()).map(({ key }) => key)).toEqual(['morning']);
  });

  test('closing waits for the running job', async () => {
    let finished = false;
    const slow = async () => {
      await new Promise((done) => setTimeout(done, 300));
      finished = true;
    };
    worker = await startWorker([{ name: 'slow', run: slow }], config);
    await queue.add('slow', {});
    await until(async () => (await queue.getActiveCount()) === 1);
    await worker.close();
    worker = undefined;
    expect(finished).toBe(true);
  });

  test('the job of a killed worker is taken over', async () => {
    const script = fileURLToPath(new URL('../../../test/hanging-worker.mjs', import.meta.url));
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...config },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await queue.add('survive', { case: 'A' });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { job, given } = noting('survive');
    worker = await startWorker([job], config);
    await until(() => given.length === 1);
    expect(given).toEqual([{ case: 'A' }]);
  });

  test('a worker comes up although every connection to the database is cut while it starts', async () => {
    let starting = true;
    const cutting = (async () => {
      for (let cuts = 0; starting && cuts < 12; cuts += 1) {
        await db().query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        );
        await new Promise((done) => setTimeout(done, 15 * cuts));
      }
    })();
    const { job, given } = noting('through');
    worker = await startWorker([job], config);
    starting = false;
    await cutting;
    await queue.add('through', {});
    await until(() => given.length === 1);
  });

  test('refuses two jobs of one name, and an ordered job nobody carries out', async () => {
    const { job } = noting('greet');
    await expect(startWorker([job, { ...job }], config)).rejects.toThrow('two jobs are called greet');
    await expect(startWorker([job], config, ['greet', 'send-mail'])).rejects.toThrow('send-mail');
  });
});

test('an unreachable Redis is named with its remedy', async () => {
  const nowhere = { DATABASE_URL: '', REDIS_URL: 'redis://127.0.0.1:1' };
  await expect(openQueue(nowhere)).rejects.toThrow('REDIS_URL: Redis に接続できません');
});

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await new Promise((done) => setTimeout(done, 20));
}
