import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Job } from '../platform/jobs/job.js';

const BATCH = 200;

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
    // What fails again while we are at it waits for the next time.
    const begun = Date.now();
    while ((await this.retryBatch(begun)) > 0);
  }

  /** The oldest first: what is retried leaves the list. */
  private async retryBatch(begun: number): Promise<number> {
    const oldest = await this.queue.getJobs(['failed'], 0, BATCH - 1, true);
    const left = oldest.filter(({ finishedOn = 0 }) => finishedOn < begun);
    for (const job of left) {
      // An administrator may have been quicker.
      if (await job.isFailed()) await job.retry();
    }
    return left.length;
  }
}
