import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { startRedis } from '../../../infra/redis.mjs';
import { aPerson, grant } from '../../test/builders.js';
import { databaseUrl, testDatabase } from '../../test/database.js';
import { queueBackends } from '../../test/redis.js';
import { RetryFailed } from '../events/retry-failed.job.js';
import type { Actor } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { openQueue } from '../platform/jobs/queue.js';
import { type RunningWorker, startWorker } from '../platform/jobs/worker.js';
import { QueueService } from './queue.service.js';

const db = testDatabase();
Logger.overrideLogger(false); // the failures below are wanted
const FIRST = { page: 1, size: 50 };

describe.each(queueBackends())('the queue on %s, as an administrator sees it', (backend) => {
  let stopRedis = async (): Promise<unknown> => undefined;
  let service: QueueService;
  let queue: Queue;
  let worker: RunningWorker;
  let admin: Actor;
  let isWell = false;
  let runs = 0;

  beforeAll(async () => {
    const config: { DATABASE_URL: string; REDIS_URL?: string } = { DATABASE_URL: databaseUrl(db()) };
    if (backend === 'Redis') {
      const redis = await startRedis();
      stopRedis = redis.stop;
      config.REDIS_URL = redis.url;
    }
    admin = await aPerson(db(), grant('admin'));
    service = new QueueService(db(), config);
    queue = await openQueue(config);
    const job: Job = {
      name: 'fragile',
      schedule: '12 3 * * *',
      async run() {
        if (!isWell) throw new Error('the printer is on fire');
        runs += 1;
      },
    };
    worker = await startWorker([job], config);
    await queue.add('fragile', { secret: 'not shown' }, { jobId: 'fragile-1', attempts: 1 });
    await until(async () => (await service.report(admin, FIRST)).counts.failed === 1);
  });
  afterAll(async () => {
    await worker.close();
    await queue.close();
    await service.onApplicationShutdown();
    await stopRedis();
  });

  it('shows what failed and why, and when jobs run by the clock; never what a job was given', async () => {
    const { counts, timetable, failed } = await service.report(admin, FIRST);
    expect(counts).toMatchObject({ failed: 1, active: 0 });
    expect(timetable).toEqual([{ name: 'fragile', nextAt: expect.stringMatching(/T18:12:00\.000Z$/) }]);
    expect(failed).toEqual([
      { id: 'fragile-1', name: 'fragile', attempts: 1, failedAt: expect.any(String), reason: 'the printer is on fire' },
    ]);
    expect((await service.report(admin, { page: 2, size: 50 })).failed).toEqual([]);
  });

  it('runs a failed job again, once, and the trail knows who wanted it', async () => {
    isWell = true;
    await service.retry(admin, 'fragile-1');
    await until(async () => runs === 1);
    await until(async () => (await service.report(admin, FIRST)).counts.failed === 0);
    await expect(service.retry(admin, 'fragile-1')).rejects.toMatchObject({ code: 'queue.notFailed' });
    await expect(service.retry(admin, 'no-such-job')).rejects.toMatchObject({ code: 'queue.notFailed' });
    const trail = await db().query(`SELECT data FROM events WHERE type = 'job.retry' AND actor_id = $1`, [admin.id]);
    expect(trail).toEqual([{ data: { name: 'fragile' } }]);
  });

  it('is tried again by itself; what fails again stays on the list', async () => {
    isWell = false;
    await queue.add('fragile', {}, { jobId: 'fragile-2', attempts: 1 });
    await until(async () => (await service.report(admin, FIRST)).counts.failed === 1);
    const retry = new RetryFailed(queue);
    await retry.run();
    await until(async () => (await service.report(admin, FIRST)).failed[0]?.attempts === 2);
    isWell = true;
    await retry.run();
    await until(async () => runs === 2);
    await until(async () => (await service.report(admin, FIRST)).counts.failed === 0);
    await retry.run();
  });

  it('an outage that left hundreds behind is over with one turn', async () => {
    isWell = false;
    const many = Array.from({ length: 450 }, (_, n) => ({
      name: 'fragile',
      data: {},
      opts: { jobId: `fragile-many-${n}`, attempts: 1 },
    }));
    await queue.addBulk(many);
    await until(async () => (await service.report(admin, FIRST)).counts.failed === many.length);
    isWell = true;
    const before = runs;
    await new RetryFailed(queue).run();
    await until(async () => runs === before + many.length);
    await until(async () => (await service.report(admin, FIRST)).counts.failed === 0);
  });

  it('is shown to nobody else', async () => {
    const manager = await aPerson(db(), grant('manager'));
    await expect(service.report(manager, FIRST)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(service.retry(manager, 'fragile-1')).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
