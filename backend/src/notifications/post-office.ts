import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { invitationOf } from './invitation.js';
import { plainText, simpleHtml } from './letter.js';
import { Letters } from './letters.js';
import { TO_SEND } from './mails.js';
import { isOpen, mailFrom, usualHours } from './moments.js';
import { isAtOnce, NOTICE_COLUMNS, type NoticeRow } from './notice-words.js';
import { hoursOf } from './preferences.js';
import { dropUntrue } from './still-true.js';

/** A server that does not answer in this time has failed; the mail is tried again. */
const PATIENCE_MS = 20_000;
const MINUTE_MS = 60_000;
/** Waiting before each further try; after the last one the mail is given up: some four business days in all. */
const WAITS_MINUTES = [0.5, 1, 5, 15, 60, 120, 240, 480, 720, 1440];

interface MailRow {
  id: string;
  recipient: string;
  person_id: string | null;
  message_id: string;
  attempts: number;
}

type Outcome = 'sent' | 'refused' | 'failed';
type SmtpError = Error & { responseCode?: number; command?: string };

/** What a server says no to here concerns this recipient or this mail; before (password, sender), all mails until it is mended. */
const OF_THIS_MAIL = ['RCPT TO', 'DATA'];

/** Sends mails of the ledger. Every one is a row of `mails`, with what the server said. */
@Injectable()
export class PostOffice implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly letters: Letters,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = createTransport(
      {
        url: config.SMTP_URL,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
      },
      { from: config.MAIL_FROM },
    );
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** Mails that are due to be sent now, oldest first. */
  async due(limit: number): Promise<{ id: string; attempts: number }[]> {
    return this.db.query(
      `SELECT id, attempts FROM mails WHERE ${TO_SEND} AND next_try_at <= $1 ORDER BY next_try_at, id LIMIT $2`,
      [this.clock.now(), limit],
    );
  }

  /**
   * Sends one mail, unless it is sent, in another worker's hands, no longer true, or has to wait. The row stays locked
   * while the server answers, so that two workers never send the same mail at once.
   */
  async send(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [mail]: MailRow[] = await tx.query(
        `SELECT id, recipient, person_id, message_id, attempts FROM mails
         WHERE id = $1 AND ${TO_SEND} AND next_try_at <= $2 FOR UPDATE SKIP LOCKED`,
        [id, this.clock.now()],
      );
      if (!mail) return;
      const notices: NoticeRow[] = await tx.query(
        `SELECT ${NOTICE_COLUMNS} FROM notices n WHERE n.mail_id = $1 AND n.dropped_at IS NULL ORDER BY n.id`,
        [id],
      );
      if (await this.waits(tx, mail, notices)) return;
      const still = await dropUntrue(tx, notices, this.clock.now(), this.calendar);
      if (still.length === 0) {
        await tx.query('UPDATE mails SET dropped_at = $2 WHERE id = $1', [id, this.clock.now()]);
        return;
      }
      await this.settle(tx, mail, ...(await this.handOver(tx, mail, still)));
    });
  }

  /** What can wait goes in the hours of its reader only: those of today, not of when it was written down. */
  private async waits(tx: EntityManager, { id, person_id }: MailRow, notices: NoticeRow[]): Promise<boolean> {
    if (notices.some(isAtOnce)) return false;
    const now = this.clock.now();
    const hours = await hoursOf(tx, person_id, usualHours(this.config));
    if (isOpen(now, hours, this.calendar)) return false;
    await tx.query('UPDATE mails SET next_try_at = $2 WHERE id = $1', [id, mailFrom(now, 'now', hours, this.calendar)]);
    return true;
  }

  private async handOver(tx: EntityManager, mail: MailRow, notices: NoticeRow[]): Promise<[Outcome, string]> {
    const letter = await this.letters.of(tx, notices);
    const icalEvent = await invitationOf(tx, notices, this.config.BASE_URL, this.clock.now());
    try {
      const { response } = await this.transport.sendMail({
        to: mail.recipient,
        messageId: mail.message_id,
        date: this.clock.now(),
        subject: letter.subject,
        text: plainText(letter),
        html: simpleHtml(letter),
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(icalEvent ? { icalEvent } : {}),
      });
      return ['sent', String(response)];
    } catch (error) {
      const { responseCode = 0, command = '', message } = error as SmtpError;
      return [responseCode >= 500 && OF_THIS_MAIL.includes(command) ? 'refused' : 'failed', message];
    }
  }

  private async settle(tx: EntityManager, mail: MailRow, outcome: Outcome, answer: string): Promise<void> {
    const now = this.clock.now();
    const wait = WAITS_MINUTES[mail.attempts];
    await tx.query(
      `UPDATE mails SET attempts = attempts + 1, last_answer = $2, sent_at = $3, refused_at = $4, given_up_at = $5,
         next_try_at = $6 WHERE id = $1`,
      [
        mail.id,
        answer.slice(0, 500),
        outcome === 'sent' ? now : null,
        outcome === 'refused' ? now : null,
        outcome === 'failed' && wait === undefined ? now : null,
        new Date(now.getTime() + (wait ?? 0) * MINUTE_MS),
      ],
    );
  }
}
