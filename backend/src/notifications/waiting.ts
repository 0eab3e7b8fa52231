import type { DataSource } from 'typeorm';
import { TO_SEND } from './mails.js';

/**
 * Until when the mail of a notice waits, if it does: for the hours of its reader or for the next try. SQL on `notices n`,
 * its mail (LEFT JOIN) and the time.
 */
export const waitsUntil = (mail: string, now: string): string => {
  const over = ['sent_at', 'refused_at', 'given_up_at', 'dropped_at'].map((end) => `${mail}.${end}`).join(', ');
  const goes = `coalesce(${mail}.next_try_at, n.mail_from)`;
  return `CASE WHEN n.dropped_at IS NULL AND coalesce(${over}) IS NULL AND ${goes} > ${now} THEN ${goes} END`;
};

/**
 * Seconds the oldest mail waits that no server has taken yet (tries that failed included), and seconds since the oldest
 * row fell due that nobody has touched: a mail nobody tries, or a notice nobody made a mail of.
 */
export async function waitingMails(db: DataSource): Promise<{ oldestMailSeconds: number; oldestDueSeconds: number }> {
  const untouched = `least(min(m.next_try_at) FILTER (WHERE m.next_try_at <= clock_timestamp()),
    (SELECT min(mail_from) FROM notices WHERE mail_from <= clock_timestamp() AND mail_id IS NULL AND dropped_at IS NULL))`;
  const rows: { oldestMailSeconds: number; oldestDueSeconds: number }[] = await db.query(
    `SELECT ${secondsSince('min(m.queued_at)')} AS "oldestMailSeconds",
            ${secondsSince(untouched)} AS "oldestDueSeconds"
     FROM mails m WHERE ${TO_SEND} AND (m.next_try_at <= clock_timestamp() OR m.attempts > 0)`,
  );
  return rows[0] ?? { oldestMailSeconds: 0, oldestDueSeconds: 0 };
}

const secondsSince = (moment: string) =>
  `greatest(0, coalesce(extract(epoch FROM clock_timestamp() - ${moment}), 0))::int`;
