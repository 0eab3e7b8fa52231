import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { plusDays } from '../calendar/workdays.js';
import { readable } from '../consultations/policy.js';
import { DEADLINE_KIND_LABEL } from '../contract/deadlines.js';
import type { Deliveries, DeliveryDay, DeliveryFilter, DeliveryRow, DeliveryRows } from '../contract/deliveries.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { tokyo } from '../platform/sql/tokyo.js';
import { missingReminders } from './missing-reminders.js';
import { NOTICE_COLUMNS, type NoticeRow, wordsOf } from './notice-words.js';
import { waitsUntil } from './waiting.js';

const DAYS_SHOWN = 14;
const DAY = `${tokyo('n.mail_from')}::date`;
/** From the beginning of one day of Tokyo to the end of another, so that the index by time is of use. */
const ofDays = (from: string, to: string) =>
  `n.mail_from >= ${from}::date::timestamp AT TIME ZONE 'Asia/Tokyo' AND n.mail_from < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'`;
const after = (day: string) => `n.mail_from >= (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'`;
const STATE = `CASE WHEN n.dropped_at IS NOT NULL OR m.dropped_at IS NOT NULL THEN 'dropped' WHEN m.refused_at IS NOT NULL THEN 'refused'
  WHEN m.given_up_at IS NOT NULL THEN 'givenUp' WHEN m.sent_at IS NOT NULL THEN 'sent' ELSE 'waiting' END`;
const LEDGER = 'FROM notices n LEFT JOIN mails m ON m.id = n.mail_id WHERE n.mail_from IS NOT NULL';

type Row = NoticeRow & Omit<DeliveryRow, 'heading'> & { at: Date; sentAt: Date | null; waitsUntil: Date | null };

/** The ledger of what was to be mailed: due = sent + waiting + dropped + refused + given up, and nothing is missing. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  async days(actor: Actor): Promise<Deliveries> {
    authorize(hasRole(actor, 'manager', 'admin'));
    const today = this.calendar.today();
    const from = plusDays(today, 1 - DAYS_SHOWN);
    const counted: Omit<DeliveryDay, 'missing'>[] = await this.db.query(
      `SELECT day::text AS day, count(*)::int AS due, ${['sent', 'waiting', 'dropped', 'refused', 'givenUp']
        .map((state) => `count(*) FILTER (WHERE state = '${state}')::int AS "${state}"`)
        .join(', ')}
       FROM (SELECT ${DAY} AS day, ${STATE} AS state ${LEDGER} AND ${ofDays('$1', '$2')}) n GROUP BY day`,
      [from, today],
    );
    const [{ ahead }]: [{ ahead: number }] = await this.db.query(
      `SELECT count(*)::int AS ahead ${LEDGER} AND ${after('$1')} AND n.dropped_at IS NULL`,
      [today],
    );
    const missing = await this.missing(actor, from, today);
    const items = Array.from({ length: DAYS_SHOWN }, (_, index) => plusDays(today, -index)).map((day) => ({
      ...(counted.find((one) => one.day === day) ?? NOTHING),
      day,
      missing: missing.filter((one) => one.day === day).length,
    }));
    return { items, total: items.length, ahead, missing };
  }

  /** With the case it is about, for who may read that. */
  private async missing(actor: Actor, from: string, today: string): Promise<Deliveries['missing']> {
    const missing = await missingReminders(this.db.manager, this.calendar, from, today);
    const { bind, values } = binder();
    const ids = bind(missing.map(({ consultationId }) => consultationId));
    const cases: { id: string; number: string | null; title: string | null; mayRead: boolean }[] = await this.db.query(
      `SELECT c.id, c.number, c.title, ${readable(actor, bind)} AS "mayRead" FROM consultations c WHERE c.id = ANY (${ids}::uuid[])`,
      values,
    );
    const byId = new Map(cases.map((one) => [one.id, one]));
    return missing.map(({ day, kind, consultationId }) => {
      const about = byId.get(consultationId);
      const seen = about?.mayRead ? { title: about.title, consultationId } : { title: null, consultationId: null };
      return { day, what: DEADLINE_KIND_LABEL[kind], number: about?.number ?? null, ...seen };
    });
  }

  async rows(actor: Actor, { day, ahead, state, page, size }: DeliveryFilter): Promise<DeliveryRows> {
    authorize(hasRole(actor, 'manager', 'admin'));
    const { bind, values } = binder();
    const later = ahead && `${after(bind(this.calendar.today()))} AND n.dropped_at IS NULL`;
    const wanted = [day && ofDays(bind(day), bind(day)), later, state && `${STATE} = ${bind(state)}`].filter(Boolean);
    const where = [LEDGER, ...wanted].join(' AND ');
    const [{ total }]: [{ total: number }] = await this.db.query(`SELECT count(*)::int AS total ${where}`, [...values]);
    const rows: Row[] = await this.db.query(
      `SELECT ${NOTICE_COLUMNS}, n.mail_from AS at, ${STATE} AS state, m.sent_at AS "sentAt",
              ${waitsUntil('m', bind(this.clock.now()))} AS "waitsUntil", coalesce(m.attempts, 0) AS attempts,
              m.last_answer AS answer, m.settled_note AS "settledNote", n.dropped_because AS "droppedBecause",
              (SELECT c.number FROM consultations c WHERE c.id = n.consultation_id) AS number,
              (SELECT c.id FROM consultations c WHERE c.id = n.consultation_id AND ${readable(actor, bind)}) AS "consultationId",
              (SELECT p.name FROM people p WHERE p.id = n.person_id) AS person
       ${where} ORDER BY n.mail_from DESC, n.id DESC LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(shown), total };
  }
}

const NOTHING = { due: 0, sent: 0, waiting: 0, dropped: 0, refused: 0, givenUp: 0 };

const shown = (row: Row): DeliveryRow => ({
  ...row,
  heading: wordsOf(row).heading,
  at: row.at.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  waitsUntil: row.waitsUntil?.toISOString() ?? null,
});
