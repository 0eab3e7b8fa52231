import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { type Case, readableSupport } from '../consultations/policy.js';
import {
  SUPPORT_OPEN_STATES,
  type SupportFilter,
  type SupportKind,
  type SupportPage,
  type SupportRequest,
  type SupportSummary,
  type TeamSupport,
} from '../contract/back-office.js';
import type { Paging } from '../contract/paging.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize, found } from '../platform/errors.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { instant, listOf } from '../platform/sql/json.js';
import { mayTeam, readsSupport } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { passagesOf } from './passages.js';
import { allowedSupportActions, seesUsage } from './policy.js';
import { teamOfRequest } from './stored-request.js';

const OPEN = SUPPORT_OPEN_STATES.map((state) => `'${state}'`).join(', ');

const FROM = `support_requests s JOIN consultations c ON c.id = s.id JOIN support_kinds k ON k.code = s.kind
  JOIN teams t ON t.id = s.team_id JOIN municipalities m ON m.code = c.municipality_code`;

const summary = (today: string) => `c.id, c.number, c.title, k.name AS kind, c.state,
  jsonb_build_object('id', t.id, 'municipality', ${MUNICIPALITY_LABEL}) AS team, ${instant('c.submitted_at')} AS "askedAt",
  s.wished_on::text AS "wishedOn", c.reply_due_on::text AS "dueOn",
  c.state IN (${OPEN}) AND c.reply_due_on < ${today} AS overdue,
  ${instant('c.replied_at')} AS "answeredAt", s.usefulness`;

/** Requests for 後方支援 as their readers see them. */
@Injectable()
export class SupportQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  /** What the secretariat has to do first, by due date; then what is done, newest first. */
  async list(actor: Actor, { page, size, state, teamId, roundId, overdue }: SupportFilter): Promise<SupportPage> {
    authorize(seesUsage(actor));
    return this.page({ page, size }, (bind) => [
      ...(state ? [`c.state = ANY (${bind(state)})`] : []),
      ...(teamId ? [`s.team_id = ${bind(teamId)}`] : []),
      ...(roundId ? [`t.round_id = ${bind(roundId)}`] : []),
      ...(overdue ? [`c.state IN (${OPEN}) AND c.reply_due_on < ${bind(this.calendar.today())}`] : []),
    ]);
  }

  async ofTeam(actor: Actor, teamId: string, paging: Paging): Promise<TeamSupport> {
    const team = await teamOf(this.db, actor, teamId);
    authorize(readsSupport(actor, team));
    const kinds: SupportKind[] = await this.db.query('SELECT code, name FROM support_kinds ORDER BY sort, code');
    return {
      ...(await this.page(paging, (bind) => [`s.team_id = ${bind(teamId)}`])),
      kinds,
      mayAsk: mayTeam(actor, 'askSupport', team),
      usualDueOn: this.calendar.dueDay(this.clock.now(), 'support'),
    };
  }

  async get(actor: Actor, id: string): Promise<SupportRequest> {
    const { bind, values } = binder();
    const [row]: (Omit<SupportRequest, 'allowedActions' | 'collected' | 'followsInquiries'> & { case: Case })[] =
      await this.db.query(
        `SELECT ${summary(bind(this.calendar.today()))}, s.background, s.shared, s.answer, s.passages,
         s.usefulness_word AS "usefulnessWord", (SELECT p.name FROM people p WHERE p.id = c.created_by) AS "askedBy",
         (SELECT p.name FROM people p WHERE p.id = c.owner_id) AS owner,
         (SELECT p.name FROM people p WHERE p.id = s.answered_by) AS "answeredBy",
         ARRAY(SELECT q.text FROM question_rows q WHERE q.consultation_id = c.id ORDER BY q.position) AS questions,
         ${listOf(
           `'ministry', mi.name, 'state', i.state`,
           `inquiries i JOIN ministries mi ON mi.id = i.ministry_id WHERE i.consultation_id = c.id AND i.state <> 'cancelled'`,
           'i.asked_at, mi.sort, i.id',
         )} AS asked,
         jsonb_build_object('state', c.state, 'municipalityCode', c.municipality_code, 'proxyChannel', NULL,
           'teamId', c.team_id) AS case
       FROM ${FROM} WHERE c.id = ${bind(id)} AND ${readableSupport(actor, bind)}`,
        values,
      );
    const { case: standing, asked, ...request } = found(row);
    const allowedActions = allowedSupportActions(actor, standing, await teamOfRequest(this.db, id));
    return {
      ...request,
      followsInquiries: hasRole(actor, 'secretariat'),
      asked: hasRole(actor, 'secretariat', 'manager', 'officer') ? asked : [],
      collected: allowedActions.includes('answer') ? await passagesOf(this.db, id) : [],
      allowedActions,
    };
  }

  private async page({ page, size }: Paging, conditions: (bind: Bind) => string[]): Promise<SupportPage> {
    const { bind, values } = binder();
    const rows: (SupportSummary & { total: number })[] = await this.db.query(
      `SELECT ${summary(bind(this.calendar.today()))}, count(*) OVER ()::int AS total FROM ${FROM}
       WHERE ${['true', ...conditions(bind)].join(' AND ')}
       ORDER BY c.state NOT IN (${OPEN}), c.due_on, c.submitted_at DESC, c.id
       LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }
}
