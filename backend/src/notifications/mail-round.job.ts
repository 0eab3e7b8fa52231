import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import type { Job } from '../platform/jobs/job.js';
import { Mails } from './mails.js';
import { PostOffice } from './post-office.js';

const AT_ONCE = 500;

/** Makes mails of the notices whose moment has come, and wakes workers for every mail that is due. The rows decide, the queue only wakes: what it lost is found again here. */
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
    // A finished try leaves no id behind: the next one is due by its row, not by the queue.
    const opts = { attempts: 1, removeOnComplete: true, removeOnFail: true };
    await this.queue.addBulk(
      due.map(({ id, attempts }) => ({
        name: 'deliver-mail',
        data: { mailId: id },
        opts: { ...opts, jobId: `deliver-mail-${id}-${attempts}` },
      })),
    );
  }
}
