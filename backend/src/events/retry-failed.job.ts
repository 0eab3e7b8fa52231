import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Job } from '../platform/jobs/job.js';

/**
 * Tries what has failed for good once more, so that nobody has to press a button after a database or a mail server was
 * away for longer than the queue's own attempts. What keeps failing stays on the administrators' page.
 */
@Injectable()
export class RetryFailed implements Job {
  readonly name = 'retry-failed';
  readonly schedule = '*/10 * * * *';

  constructor(private readonly queue: Queue) {}

  async run(): Promise<void> {
    for (const job of await this.queue.getFailed(0, 199)) {
      // An administrator may have been quicker.
      if (await job.isFailed()) await job.retry();
    }
  }
}
