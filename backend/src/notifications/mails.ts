import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { NOTICE_TOPICS, NoticeTopic } from '../contract/notices.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';

/** Mails that nobody has sent, refused or given up. The same words as in the index `mails_to_send`. */
export const TO_SEND = 'sent_at IS NULL AND refused_at IS NULL AND given_up_at IS NULL AND dropped_at IS NULL';

/** The topics that nobody can be left out of: a mail goes even to who has read it in the application. */
const MUST = NoticeTopic.options.filter((topic) => NOTICE_TOPICS[topic].must);
/** One letter each, with the number of its case in the subject: the desk's word to a town, and what bears a calendar file. */
const ON_ITS_OWN = `topic = 'official' OR rule LIKE 'meeting.%' OR rule LIKE 'teamMeeting.%'`;

/** Makes mails of notices: rows of the ledger, which the post office then sends. */
@Injectable()
export class Mails {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A mail for each address that may hear of this event now. */
  async forEvent(tx: EntityManager, fact: string): Promise<void> {
    await this.make(
      tx,
      `SELECT id, address, person_id, fact AS bundle FROM notices
       WHERE fact = $3 AND mail_id IS NULL AND dropped_at IS NULL AND mail_from <= $1`,
      [fact],
    );
  }

  /** A mail for each address whose notices may go now: one notice, or all that came together. */
  async forWhatWaited(tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    // What was read in the application meanwhile is no news. A reminder is: it is checked again when it is sent.
    await tx.query(
      `UPDATE notices SET dropped_at = $1, dropped_because = 'read'
       WHERE mail_from <= $1 AND mail_id IS NULL AND dropped_at IS NULL AND read_at IS NOT NULL AND step IS NULL
         AND topic <> ALL ($2)`,
      [now, MUST],
    );
    await this.make(
      tx,
      `SELECT id, address, person_id,
         'notice-' || min(id) OVER (PARTITION BY address, CASE WHEN ${ON_ITS_OWN} THEN id END) AS bundle FROM (
         SELECT id, address, person_id, topic, rule FROM notices
         WHERE mail_from <= $1 AND mail_id IS NULL AND dropped_at IS NULL FOR UPDATE SKIP LOCKED) waited`,
      [],
    );
  }

  /** @param picked SQL for id, address, person_id and bundle of notices; $1 is now, $2 our mail domain */
  private async make(tx: EntityManager, picked: string, values: readonly unknown[]): Promise<void> {
    await tx.query(
      `WITH picked AS MATERIALIZED (${picked}),
       made AS (
         INSERT INTO mails (bundle, recipient, person_id, message_id, queued_at, next_try_at)
         SELECT DISTINCT ON (bundle, address) bundle, address, person_id,
           '<' || bundle || '-' || left(encode(sha256(convert_to(address, 'UTF8')), 'hex'), 16) || '@' || $2 || '>', $1, $1
         FROM picked ORDER BY bundle, address, person_id
         ON CONFLICT DO NOTHING RETURNING id, bundle, recipient)
       UPDATE notices n SET mail_id = made.id FROM picked p JOIN made ON (made.bundle, made.recipient) = (p.bundle, p.address)
       WHERE n.id = p.id`,
      [this.clock.now(), this.config.MAIL_FROM.split('@')[1], ...values],
    );
  }
}
