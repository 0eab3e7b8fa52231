import { Injectable } from '@nestjs/common';
import type { Job } from '../platform/jobs/job.js';
import { PostOffice } from './post-office.js';

/** Sends one mail of the ledger. */
@Injectable()
export class DeliverMail implements Job<{ mailId: string }> {
  readonly name = 'deliver-mail';

  constructor(private readonly post: PostOffice) {}

  run({ mailId }: { mailId: string }): Promise<void> {
    return this.post.send(mailId);
  }
}
