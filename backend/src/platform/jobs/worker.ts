import { Logger } from '@nestjs/common';
import { type Processor, type Queue, Worker } from 'bullmq';
import type { Config } from '../config.js';
import { throughCuts } from '../through-cuts.js';
import { connect, type QueueConnection } from './connection.js';
import type { Job } from './job.js';
import { openQueue, QUEUE } from './queue.js';

const log = new Logger('Worker');
const TIMEZONE = 'Asia/Tokyo';
/** The timetable is laid out anew this often, so that a queue that was emptied comes back to life. */
const TIMETABLE_EVERY_MS = 20_000;

export interface RunningWorker {
  /** Takes no new job, lets the running ones finish, ends the connections. */
  close(): Promise<void>;
}

/**
 * Carries out jobs until closed. Refuses to start when a name has two jobs, or when one of `ordered`
 * (the names somebody sends) has none.
 * @param afterwards is called when a job succeeded, before the queue hears of it: after a crash in between it runs again
 */
export async function startWorker(
  jobs: readonly Job<never>[],
  config: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'>,
  ordered: Iterable<string> = [],
  afterwards: (name: string, data: unknown) => Promise<void> = async () => {},
): Promise<RunningWorker> {
  const byName = indexed(jobs, ordered);
  const queue = await openQueue(config);
  await throughCuts(() => schedule(queue, jobs));
  const carryOut: Processor = async ({ name, data }) => {
    const job = byName.get(name);
    if (!job) throw new Error(`no job is called ${name}`);
    await job.run(data as never);
    await afterwards(name, data);
  };
  const worker = await throughCuts(() => openWorker(config, carryOut));
  const timetable = setInterval(
    () => schedule(queue, jobs).catch((error: Error) => log.error(error.message)),
    TIMETABLE_EVERY_MS,
  );
  return {
    async close() {
      clearInterval(timetable);
      await worker.close();
      await queue.close();
    },
  };
}

async function openWorker(config: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'>, carryOut: Processor): Promise<Worker> {
  const worker = new ConnectedWorker(await connect(config), carryOut);
  try {
    await worker.waitUntilReady();
  } catch (error) {
    await worker.close(true);
    throw error;
  }
  return worker;
}

/** Closing it also ends its connections. */
class ConnectedWorker extends Worker {
  constructor(
    private readonly own: QueueConnection,
    carryOut: Processor,
  ) {
    // A killed worker's job is taken over after some 15 seconds; a busy machine still renews in time.
    super(
      QUEUE,
      carryOut,
      {
        connection: own.connection,
        concurrency: 4,
        lockDuration: 15_000,
        stalledInterval: 5000,
        maxStalledCount: 3,
      },
      own.factory,
    );
    this.on('error', (error) => log.error(error.message));
    this.on('failed', (job, error) => log.error(`${job?.name} ${job?.id}: ${error.stack}`));
  }

  override async close(force?: boolean): Promise<void> {
    await super.close(force);
    await this.own.end();
  }
}

function indexed(jobs: readonly Job<never>[], ordered: Iterable<string>): Map<string, Job<never>> {
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const twice = jobs.filter((job) => byName.get(job.name) !== job).map(({ name }) => name);
  const missing = [...new Set(ordered)].filter((name) => !byName.has(name));
  if (twice.length > 0) throw new Error(`two jobs are called ${twice.join(', ')}`);
  if (missing.length > 0) throw new Error(`nobody carries out the job ${missing.join(', ')}`);
  return byName;
}

/** The timetable in the queue becomes that of the code: a schedule that left the code leaves the queue. */
async function schedule(queue: Queue, jobs: readonly Job<never>[]): Promise<void> {
  const scheduled = jobs.filter((job) => job.schedule !== undefined);
  for (const { key } of await queue.getJobSchedulers()) {
    if (!scheduled.some(({ name }) => name === key)) await queue.removeJobScheduler(key);
  }
  for (const { name, schedule } of scheduled) {
    if (typeof schedule === 'string') {
      await queue.upsertJobScheduler(
        name,
        { pattern: schedule, tz: TIMEZONE },
        { name, opts: { removeOnComplete: true } },
      );
    } else if (schedule) {
      // The next turn is the retry; thousands of finished turns would only fill the queue.
      const opts = { attempts: 1, removeOnComplete: true, removeOnFail: true };
      await queue.upsertJobScheduler(name, schedule, { name, opts });
    }
  }
}
