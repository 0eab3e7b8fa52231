import type { EntityManager } from 'typeorm';
import type { NoticeTopic } from '../contract/notices.js';
import type { Addressee, Recipient, Subject } from './recipients.js';

/** Something to be told, before it is known who hears it how. */
export interface News extends Subject {
  topic: NoticeTopic;
  to: Recipient;
  fact: string;
  day: string;
  /** Mailed at any hour. */
  atOnce: boolean;
  /** Which row of `MAIL_FOR` or `REMIND_FOR` has the words. */
  rule: string;
  eventId: string | null;
  step: number | null;
  dueOn: string | null;
}

export interface Way {
  inApp: boolean;
  /** From when a mail may go; null: none goes. */
  from: Date | null;
  /** Why nothing goes at all. */
  dropped: 'unwanted' | null;
}

/** Once for each addressee, fact and day: written again, it stays as it is. */
export async function writeNotice(
  tx: EntityManager,
  now: Date,
  news: News,
  to: Addressee,
  { inApp, from, dropped }: Way,
): Promise<void> {
  await tx.query(
    `INSERT INTO notices (addressee, person_id, address, fact, day, topic, event_id, consultation_id, subject_id, rule,
       step, due_on, made_at, in_app, mail_from, on_behalf_of, dropped_because,
       dropped_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
       CASE WHEN $17::text IS NOT NULL THEN $13::timestamptz END) ON CONFLICT DO NOTHING`,
    [
      to.person_id ? `person-${to.person_id}` : `mailbox-${to.address}`,
      to.person_id,
      to.address,
      news.fact,
      news.day,
      news.topic,
      news.eventId,
      news.consultation_id,
      news.subject_id,
      news.rule,
      news.step,
      news.dueOn,
      now,
      inApp,
      from,
      to.on_behalf_of,
      dropped,
    ],
  );
}
