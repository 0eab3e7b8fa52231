import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { readable } from '../consultations/policy.js';
import type { Undelivered, UndeliveredAddress } from '../contract/deliveries.js';
import type { Paging } from '../contract/paging.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { NOTICE_COLUMNS, type NoticeRow, wordsOf } from './notice-words.js';

const FAILED = '(m.refused_at IS NOT NULL OR m.given_up_at IS NOT NULL)';
/** Failed for good, not settled, and no later mail went to the same address. */
const UNDELIVERED = `${FAILED} AND m.settled_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM mails l WHERE l.recipient = m.recipient AND num_nonnulls(l.refused_at, l.given_up_at) = 0
    AND l.sent_at > coalesce(m.refused_at, m.given_up_at))`;

type Row = NoticeRow & Omit<UndeliveredAddress, 'heading' | 'at'> & { at: Date; total: number };

const maySettle = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager', 'admin');

/** Addresses that mails do not reach: a task for the desk, and known to the person concerned. Never what a mail said. */
@Injectable()
export class UndeliveredMails {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One row for each address, by its newest mail; for others than the desk and the administrators only their own. */
  async list(actor: Actor, { page, size }: Paging): Promise<Undelivered> {
    const mine = await this.mine(actor);
    if (!maySettle(actor)) return { items: [], total: 0, mine };
    const { bind, values } = binder();
    const rows: Row[] = await this.db.query(
      `SELECT *, count(*) OVER ()::int AS total FROM (
         SELECT DISTINCT ON (m.recipient) ${NOTICE_COLUMNS}, m.id AS "mailId", m.recipient AS "to", p.name AS person,
           coalesce(m.refused_at, m.given_up_at) AS at, m.last_answer AS answer, c.number,
           CASE WHEN ${readable(actor, bind)} THEN c.id END AS "consultationId", count(*) OVER (PARTITION BY m.recipient)::int AS mails
         FROM mails m LEFT JOIN people p ON p.id = m.person_id
         LEFT JOIN LATERAL (SELECT * FROM notices WHERE mail_id = m.id ORDER BY dropped_at NULLS FIRST, id LIMIT 1) n ON true
         LEFT JOIN consultations c ON c.id = n.consultation_id
         WHERE ${UNDELIVERED} ORDER BY m.recipient, at DESC, m.id) newest
       ORDER BY at DESC, "mailId" LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(shown), total: rows[0]?.total ?? 0, mine };
  }

  private async mine(actor: Actor): Promise<string | null> {
    const rows: { email: string }[] = await this.db.query(
      `SELECT p.email FROM people p WHERE p.id = $1
         AND EXISTS (SELECT 1 FROM mails m WHERE m.recipient = p.email AND m.person_id = p.id AND ${UNDELIVERED})`,
      [personId(actor)],
    );
    return rows[0]?.email ?? null;
  }

  /** Notes what came of it, for every failed mail to the same address. */
  async settle(actor: Actor, id: string, note: string): Promise<void> {
    authorize(maySettle(actor));
    await this.db.transaction(async (tx) => {
      const recipient = await lockOpen(tx, id);
      const [, mails]: [unknown, number] = await tx.query(
        `UPDATE mails m SET settled_at = $2, settled_by = $3, settled_note = $4
         WHERE m.recipient = $1 AND ${FAILED} AND m.settled_at IS NULL`,
        [recipient, this.clock.now(), personId(actor), note],
      );
      await record(tx, { type: 'mail.settle', subjectId: id, actor, data: { mails } });
    });
  }
}

/** @throws DomainError conflict, when somebody settled it before. */
async function lockOpen(tx: EntityManager, id: string): Promise<string> {
  const rows: { recipient: string; settled: boolean }[] = await tx.query(
    `SELECT m.recipient, m.settled_at IS NOT NULL AS settled FROM mails m WHERE m.id = $1 AND ${FAILED} FOR UPDATE`,
    [id],
  );
  const { recipient, settled } = found(rows[0]);
  if (settled) {
    throw new DomainError('conflict', 'mail.settled', 'すでに対応済みです。画面を読み込み直してください。');
  }
  return recipient;
}

const shown = ({
  mailId,
  to,
  person,
  at,
  answer,
  number,
  consultationId,
  mails,
  ...notice
}: Row): UndeliveredAddress => ({
  mailId,
  to,
  person,
  at: at.toISOString(),
  answer,
  number,
  consultationId,
  mails,
  heading: notice.id === null ? null : wordsOf(notice).heading,
});
