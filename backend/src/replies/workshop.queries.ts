import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { Approval, ReplyWorkshop } from '../contract/replies.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { approversOf, managers } from './approvers.js';
import { candidatesOf } from './candidates.js';
import { whyNotApprove } from './policy.js';
import { findingsOf } from './quality-gate.js';
import { recordsOf } from './records.js';
import type { ReplyEntity } from './reply.entity.js';
import { settingsOf } from './reply-settings.js';
import { questionsOf, sourcesOf } from './sources.js';

/** What only the desk sees of a reply: where it came from, what the gate found, how 決裁 goes. */
@Injectable()
export class WorkshopQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async of(actor: Actor, reply: ReplyEntity): Promise<ReplyWorkshop> {
    const sources = await sourcesOf(this.db, reply.consultationId, reply.id);
    const questions = await questionsOf(this.db, reply.consultationId);
    const { approvalSteps } = await settingsOf(this.db, reply.state === 'drafting' ? null : reply.settingsVersion);
    const approvals = await this.approvals(reply.id);
    const people = await this.people(reply);
    const inProgress = reply.state === 'approving';
    const approvers = await approversOf(this.db, reply);
    const underApproval = { state: reply.state, requestedBy: reply.requestedBy, approvers };
    const today = this.calendar.today();
    const records = reply.state === 'approved' ? [] : await recordsOf(this.db, reply.passages, today);
    const manages = inProgress && hasRole(actor, 'manager');
    return {
      sources: sources.map((source) => ({ ...source, taken: reply.taken.includes(source.key) })),
      questions: questions.map(({ id, position, text }) => ({ id, position, text })),
      findings: reply.state === 'approved' ? [] : findingsOf(reply, { questions, sources, records, today }),
      records,
      candidates:
        reply.state === 'drafting' ? await candidatesOf(this.db, actor, reply, { questions, sources, today }) : [],
      savedBy: people.savedBy,
      savedAt: reply.updatedAt.toISOString(),
      approvalSteps,
      nextStep: inProgress ? approvals.filter(({ round }) => round === reply.round).length + 1 : null,
      requestedBy: people.requestedBy,
      requestedAt: reply.requestedAt?.toISOString() ?? null,
      requestReason: reply.requestReason,
      approvals,
      whyNotApprove: manages ? whyNotApprove(actor, underApproval) : null,
      standIns: manages
        ? (await managers(this.db)).filter(({ id }) => whyNotApprove(actor, underApproval, id) === null)
        : [],
    };
  }

  private async approvals(replyId: string): Promise<Approval[]> {
    const rows: (Omit<Approval, 'decidedAt'> & { decided_at: Date })[] = await this.db.query(
      `SELECT a.round, a.step, a.decision, p.name AS approver, absent.name AS "standInFor", a.comment, a.decided_at
       FROM approvals a JOIN people p ON p.id = a.approver_id LEFT JOIN people absent ON absent.id = a.stand_in_for
       WHERE a.reply_id = $1 ORDER BY a.round, a.step`,
      [replyId],
    );
    return rows.map(({ decided_at, ...row }) => ({ ...row, decidedAt: decided_at.toISOString() }));
  }

  private async people({ updatedBy, requestedBy }: ReplyEntity) {
    const rows: { id: string; name: string }[] = await this.db.query('SELECT id, name FROM people WHERE id = ANY($1)', [
      [updatedBy, requestedBy].filter(Boolean),
    ]);
    const nameOf = (person: string | null) => rows.find(({ id }) => id === person)?.name ?? null;
    return { savedBy: nameOf(updatedBy) ?? '', requestedBy: nameOf(requestedBy) };
  }
}
