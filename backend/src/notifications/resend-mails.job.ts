import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Job } from '../platform/jobs/job.js';
import { PostOffice } from './post-office.js';

const GIVEN_UP_AFTER = 50;

/** Mails still unsent after five minutes, whatever became of their job: a lost queue loses no mail. */
@Injectable()
export class ResendMails implements Job {
  readonly name = 'resend-mails';
  readonly schedule = '*/5 * * * *';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly post: PostOffice,
  ) {}

  async run(): Promise<void> {
    const due: { event_id: string }[] = await this.db.query(
      `SELECT DISTINCT event_id FROM mails WHERE sent_at IS NULL AND queued_at < $1 AND attempts < $2 ORDER BY event_id`,
      [new Date(this.clock.now().getTime() - 5 * 60_000), GIVEN_UP_AFTER],
    );
    const results = await Promise.allSettled(due.map(({ event_id }) => this.post.deliver(event_id)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
}
