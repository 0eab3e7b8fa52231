import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { reachable } from '../consultations/policy.js';
import type { Notice, Notices, NoticesQuery } from '../contract/notices.js';
import { type Actor, personId } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { binder } from '../platform/sql/bind.js';
import { readableTeams } from '../teams/policy.js';
import { NOTICE_COLUMNS, type NoticeRow, wordsOf } from './notice-words.js';
import { waitsUntil } from './waiting.js';

type Row = NoticeRow &
  Pick<Notice, 'at' | 'read' | 'number' | 'title' | 'organisation' | 'onBehalfOf'> & { mailWaitsUntil: Date | null };

/** What a person is told in the application. */
@Injectable()
export class NoticeQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest first. Of a case that the person may no longer read, only that something happened. */
  async list(actor: Actor, { page, size, unread }: NoticesQuery): Promise<Notices> {
    const { bind, values } = binder();
    const mine = `n.person_id = ${bind(personId(actor))} AND n.in_app ${unread ? 'AND n.read_at IS NULL' : ''}`;
    const rows: Row[] = await this.db.query(
      `SELECT ${NOTICE_COLUMNS}, n.made_at AS at, n.read_at IS NOT NULL AS read, c.number, c.title,
              ${MUNICIPALITY_LABEL} AS organisation, absent.name AS "onBehalfOf",
              ${waitsUntil('mail', bind(this.clock.now()))} AS "mailWaitsUntil"
       FROM notices n LEFT JOIN mails mail ON mail.id = n.mail_id LEFT JOIN people absent ON absent.id = n.on_behalf_of
       LEFT JOIN consultations c ON c.id = n.consultation_id AND ${reachable(actor, bind)}
       LEFT JOIN teams t ON t.id::text = n.subject_id AND EXISTS (
         SELECT 1 FROM rounds r WHERE r.id = t.round_id AND ${readableTeams(actor, bind)})
       LEFT JOIN municipalities m ON m.code = coalesce(c.municipality_code, t.municipality_code)
       WHERE ${mine} ORDER BY n.id DESC LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    const [{ total, left }]: [{ total: number; left: number }] = await this.db.query(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE read_at IS NULL)::int AS left
       FROM notices WHERE person_id = $1 AND in_app`,
      [personId(actor)],
    );
    return { items: rows.map(shown), total: unread ? left : total, unread: left };
  }

  async unread(actor: Actor): Promise<{ unread: number }> {
    const [row]: [{ unread: number }] = await this.db.query(
      'SELECT count(*)::int AS unread FROM notices WHERE person_id = $1 AND in_app AND read_at IS NULL',
      [personId(actor)],
    );
    return row;
  }
}

function shown({ at, read, number, title, organisation, onBehalfOf, mailWaitsUntil, ...notice }: Row): Notice {
  const { heading, path } = wordsOf(notice);
  return {
    id: notice.id,
    topic: notice.topic,
    heading,
    number,
    title,
    organisation,
    dueOn: notice.due_on,
    // Links that only a mail may bear lead nowhere here.
    href:
      path.startsWith('/') && (number || notice.consultation_id === null || path.includes('inquiries'))
        ? path
        : '/work',
    at: new Date(at).toISOString(),
    read,
    onBehalfOf,
    mailWaitsUntil: mailWaitsUntil?.toISOString() ?? null,
  };
}
