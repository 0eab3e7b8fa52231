import { Injectable } from '@nestjs/common';
import type { Job } from '../platform/jobs/job.js';
import { MailRound } from './mail-round.job.js';
import { Notices } from './notices.js';

/** Tells what an event asks for: in the application, and by mail. */
@Injectable()
export class SendMail implements Job<{ eventId: string }> {
  readonly name = 'send-mail';

  constructor(
    private readonly notices: Notices,
    private readonly round: MailRound,
  ) {}

  async run({ eventId }: { eventId: string }): Promise<void> {
    await this.notices.announce(eventId);
    await this.round.run();
  }
}
