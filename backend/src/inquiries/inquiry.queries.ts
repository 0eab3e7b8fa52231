import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { allowedActions, readable } from '../consultations/policy.js';
import { COUNTED_UP_TO } from '../contract/consultations.js';
import {
  type CaseInquiries,
  type Inquiry,
  type InquiryFilter,
  type InquiryPage,
  LIVE_INQUIRY_STATES,
} from '../contract/inquiries.js';
import type { Paging } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { FROM, HEAD, whole } from './inquiry.sql.js';
import { follows, OF_TEAMS, ownInquiries, readableInquiries } from './policy.js';
import { listItem, page, type Row } from './present.js';
import { readCase } from './read-case.js';
import { byTimeliness, statesBy } from './timely.js';

@Injectable()
export class InquiryQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  /** Live ones by due date, ended ones newest first. For a ministry its own, for the desk all. */
  async list(actor: Actor, filter: InquiryFilter & Paging): Promise<InquiryPage> {
    const { page, size, overdue, ministryId, timely, year } = filter;
    const state = filter.state ?? statesBy(timely);
    const { bind, values } = binder();
    const where = [readableInquiries(actor, bind), `i.state = ANY(${bind(state)})`];
    if (ministryId) where.push(`i.ministry_id = ${bind(ministryId)}`);
    if (overdue) where.push(`i.due_on < ${bind(this.calendar.today())} AND i.state IN ('asked', 'acknowledged')`);
    // The rows behind 期限内率, which is about 相談 only.
    if (timely !== undefined)
      where.push(byTimeliness(timely, this.calendar.today(), bind), `i.consultation_id NOT ${OF_TEAMS}`);
    if (year) where.push(`(SELECT c.fiscal_year FROM consultations c WHERE c.id = i.consultation_id) = ${bind(year)}`);
    const matching = `FROM inquiries i WHERE ${where.join(' AND ')}`;
    const counted: Promise<[{ found: number }]> = this.db.query(
      `SELECT count(*)::int AS found FROM (SELECT 1 ${matching} LIMIT ${COUNTED_UP_TO + 1}) x`,
      [...values],
    );
    const isLive = state.some((one) => LIVE_INQUIRY_STATES.some((live) => live === one));
    const order = isLive ? 'i.due_on, i.id' : 'i.answered_at DESC, i.id';
    const rows: Parameters<typeof listItem>[0][] = await this.db.query(
      `WITH page AS (SELECT i.id ${matching} ORDER BY ${order} LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)})
       SELECT ${HEAD},
         (SELECT count(*)::int FROM inquiry_rows r WHERE r.inquiry_id = i.id) AS "rowCount",
         (SELECT count(*)::int FROM inquiry_rows r WHERE r.inquiry_id = i.id AND r.state = 'open') AS "openCount"
       ${FROM} JOIN page ON page.id = i.id ORDER BY ${order}`,
      values,
    );
    const [{ found: total }] = await counted;
    const items = rows.map((row) => listItem(row, this.calendar));
    return { items, total: Math.min(total, COUNTED_UP_TO), more: total > COUNTED_UP_TO };
  }

  async get(actor: Actor, id: string): Promise<Inquiry> {
    const [inquiry] = await this.pages(actor, (bind) => `i.id = ${bind(id)}`);
    return found(inquiry);
  }

  async ofCase(actor: Actor, consultationId: string): Promise<CaseInquiries> {
    const consultation = await readCase(this.db.manager, actor, consultationId);
    const items = await this.pages(actor, (bind) => `i.consultation_id = ${bind(consultationId)}`);
    return {
      items,
      total: items.length,
      asked: await this.asked(actor, consultationId),
      usualDueOn: this.calendar.dueDay(this.clock.now(), 'inquiry'),
      mayFollow: follows(actor, consultation),
      allowedActions: (['inquire', 'splitQuestions'] as const).filter((action) =>
        allowedActions(actor, consultation).includes(action),
      ),
    };
  }

  private async pages(actor: Actor, which: (bind: (value: unknown) => string) => string): Promise<Inquiry[]> {
    const { bind, values } = binder();
    const rows: Row[] = await this.db.query(
      `SELECT ${whole(ownInquiries(actor, bind))} ${FROM} WHERE ${which(bind)} AND ${readableInquiries(actor, bind)}
       ORDER BY i.asked_at, mi.sort, i.id`,
      values,
    );
    return rows.map((row) => page(row, actor, this.calendar));
  }

  /** Who reads the case otherwise than as a ministry may know whom the desk asked; ministries do not hear of each other. */
  private async asked(actor: Actor, consultationId: string): Promise<CaseInquiries['asked']> {
    const { bind, values } = binder();
    const beside = { ...actor, grants: actor.grants.filter(({ role }) => role !== 'ministry') };
    return this.db.query(
      `SELECT mi.name AS ministry, bool_and(i.state IN ('answered', 'notApplicable')) AS finished
       ${FROM} WHERE c.id = ${bind(consultationId)} AND i.state <> 'cancelled' AND ${readable(beside, bind)}
       GROUP BY mi.name, mi.sort, mi.id ORDER BY mi.sort, mi.id`,
      values,
    );
  }
}
