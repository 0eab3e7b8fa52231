import { Injectable } from '@nestjs/common';
import type { Job } from '../platform/jobs/job.js';
import { PostOffice } from './post-office.js';

/** Mails what an event asks for. Only those are tried again who did not get it. */
@Injectable()
export class SendMail implements Job<{ eventId: string }> {
  readonly name = 'send-mail';

  constructor(private readonly post: PostOffice) {}

  run({ eventId }: { eventId: string }): Promise<void> {
    return this.post.deliver(eventId);
  }
}
