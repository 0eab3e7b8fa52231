import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import type { Config } from '../platform/config.js';
import type { Job } from '../platform/jobs/job.js';
import { CONFIG } from '../platform/platform.module.js';
import { readBounce } from './bounce.js';
import { readReports } from './bounce-mailbox.js';

/** No server tries longer than some five days. Older reports are left alone. */
const REACH_MS = 30 * 24 * 60 * 60 * 1000;

/** Learns from the mailbox of our sender which mails did not arrive although a server had taken them. */
@Injectable()
export class ReadBounces implements Job {
  readonly name = 'read-bounces';
  readonly schedule = { every: 5 * 60_000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'BOUNCE_IMAP_URL'>,
  ) {}

  async run(): Promise<void> {
    if (!this.config.BOUNCE_IMAP_URL) return;
    const since = new Date(this.clock.now().getTime() - REACH_MS);
    await readReports(this.config.BOUNCE_IMAP_URL, since, (source) => this.write(source));
  }

  /**
   * Writes the report down at the mail it speaks of: once, however often it is read.
   * @returns whether it speaks of one of ours
   */
  async write(source: Uint8Array): Promise<boolean> {
    const bounce = await readBounce(source);
    if (!bounce) return false;
    return this.db.transaction(async (tx) => {
      const [mail]: { id: string; ended: boolean }[] = await tx.query(
        `SELECT id, num_nonnulls(refused_at, given_up_at, dropped_at) > 0 AS ended FROM mails
         WHERE message_id = ANY ($1) FOR UPDATE`,
        [bounce.messageIds],
      );
      if (!mail) return false;
      if (mail.ended) return true;
      const { action, status, answer } = bounce;
      const failedAt = action === 'failed' ? this.clock.now() : null;
      const forGood = !status.startsWith('4');
      await tx.query('UPDATE mails SET last_answer = $2, refused_at = $3, given_up_at = $4 WHERE id = $1', [
        mail.id,
        answer.slice(0, 500),
        forGood ? failedAt : null,
        forGood ? null : failedAt,
      ]);
      await record(tx, { type: 'mail.bounce', subjectId: mail.id, actor: { id: null }, data: { action, status } });
      return true;
    });
  }
}
