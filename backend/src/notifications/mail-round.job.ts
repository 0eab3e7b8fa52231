import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Job } from '../platform/jobs/job.js';
import { Mails } from './mails.js';
import { PostOffice } from './post-office.js';
import { swept } from './sweeps.js';

const AT_ONCE = 500;
/** So long a mail's worker is believed to be at it, before another one is woken too. */
const TRUST_MS = 5000;

/**
 * Makes mails of the notices whose moment has come, and wakes workers for every mail that is due. The rows decide, the
 * queue only wakes: what it lost, or what a killed worker left, is found again here.
 */
@Injectable()
export class MailRound implements Job {
  readonly name = 'mail-round';
  readonly schedule = { every: 2000 };

  constructor(
    private readonly db: DataSource,
    private readonly mails: Mails,
    private readonly post: PostOffice,
    private readonly queue: Queue,
  ) {}

  async run(): Promise<void> {
    await this.db.transaction((tx) => this.mails.forWhatWaited(tx));
    const due = await this.post.due(AT_ONCE);
    await this.queue.addBulk(
      due.map(({ id, attempts }) => ({
        name: 'deliver-mail',
        data: { mailId: id },
        opts: {
          attempts: 1,
          removeOnComplete: true,
          removeOnFail: true,
          deduplication: { id: `deliver-mail-${id}-${attempts}`, ttl: TRUST_MS },
        },
      })),
    );
    await swept(this.db, this.name);
  }
}
