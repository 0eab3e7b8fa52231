import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { calendarFileFor } from '../meetings/calendar-file.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { type Letter, plainText, simpleHtml } from './letter.js';
import { Letters } from './letters.js';
import type { MailedEvent } from './recipients.js';

/** A server that does not answer in this time has failed; the mail is tried again. */
const PATIENCE_MS = 20_000;

interface Handover {
  sent: boolean;
  /** What the server said, or why it could not be asked. */
  answer: string;
}

/** Every outgoing mail is a row of `mails`: what is due, what the server said. */
@Injectable()
export class PostOffice implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
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

  /** Writes down who gets a mail for the event, once, and sends what was not sent. @throws when one could not be sent */
  async deliver(eventId: string): Promise<void> {
    const event = await this.event(eventId);
    const letters = await this.letters.of(this.db.manager, event);
    for (const [address] of letters) {
      await this.db.query(
        `INSERT INTO mails (event_id, recipient, message_id, queued_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [eventId, address, this.letters.messageId(event, address), this.clock.now()],
      );
    }
    const failures = [];
    for (const [address, letter] of letters) {
      const failure = await this.send(event, address, letter);
      if (failure) failures.push(`${failure}`);
    }
    if (failures.length > 0) throw new Error(`${failures.length} of ${letters.size} mails not sent: ${failures[0]}`);
  }

  /** The row stays locked while the server answers, so that two workers never send the same mail at once. */
  private send(event: MailedEvent, address: string, letter: Letter): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const [mail]: { id: string; message_id: string }[] = await tx.query(
        `SELECT id, message_id FROM mails WHERE event_id = $1 AND recipient = $2 AND sent_at IS NULL
         FOR UPDATE SKIP LOCKED`,
        [event.id, address],
      );
      if (!mail) return null;
      const result = await this.handOver(tx, event, address, mail.message_id, letter);
      await tx.query(
        'UPDATE mails SET attempts = attempts + 1, last_answer = $2, sent_at = CASE WHEN $3 THEN $4::timestamptz END WHERE id = $1',
        [mail.id, result.answer.slice(0, 500), result.sent, this.clock.now()],
      );
      return result.sent ? null : result.answer;
    });
  }

  private async handOver(
    tx: EntityManager,
    event: MailedEvent,
    to: string,
    messageId: string,
    letter: Letter,
  ): Promise<Handover> {
    const icalEvent = event.type.startsWith('meeting.')
      ? await calendarFileFor(tx, event.subject_id, this.config.BASE_URL, this.clock.now())
      : undefined;
    try {
      const { response } = await this.transport.sendMail({
        to,
        messageId,
        subject: letter.subject,
        text: plainText(letter),
        html: simpleHtml(letter),
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(icalEvent ? { icalEvent } : {}),
      });
      return { sent: true, answer: String(response) };
    } catch (error) {
      return { sent: false, answer: error instanceof Error ? error.message : String(error) };
    }
  }

  private async event(id: string): Promise<MailedEvent> {
    const [event]: MailedEvent[] = await this.db.query(
      'SELECT id, type, consultation_id, subject_id, data FROM events WHERE id = $1',
      [id],
    );
    if (!event) throw new Error(`no event ${id}`);
    return event;
  }
}
