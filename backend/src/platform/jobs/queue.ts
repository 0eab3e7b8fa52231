import { Logger } from '@nestjs/common';
import { type DefaultJobOptions, Queue } from 'bullmq';
import type { Config } from '../config.js';
import { throughCuts } from '../through-cuts.js';
import { connect, type QueueConnection } from './connection.js';

export const QUEUE = 'jobs';

/** Finished jobs keep their ids for a week: adding one again within it does nothing. Failures stay until looked at. */
const defaultJobOptions: DefaultJobOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 2000 },
  removeOnComplete: { age: 7 * 24 * 60 * 60 },
  removeOnFail: false,
};

/** The one queue. Closing it also ends its connections. */
export function openQueue(config: Pick<Config, 'DATABASE_URL' | 'REDIS_URL'>): Promise<Queue> {
  return throughCuts(async () => {
    const queue = new ConnectedQueue(await connect(config));
    try {
      await queue.waitUntilReady();
    } catch (error) {
      await queue.close();
      throw error;
    }
    return queue;
  });
}

class ConnectedQueue extends Queue {
  constructor(private readonly own: QueueConnection) {
    super(QUEUE, { connection: own.connection, defaultJobOptions }, own.factory);
    this.on('error', (error) => new Logger('Queue').error(error.message));
  }

  override async close(): Promise<void> {
    await super.close();
    await this.own.end();
  }
}
