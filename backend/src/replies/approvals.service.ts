import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { nextState } from '../consultations/lifecycle.js';
import { mayAct } from '../consultations/policy.js';
import type { ApproveReply, RequestApproval, SendBackReply } from '../contract/replies.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, sameVersion } from '../platform/errors.js';
import { approversOf, mayStandInFor } from './approvers.js';
import { inWork, savedContent } from './in-work.js';
import { copyToMinistries, issue } from './issue.js';
import { passGate } from './pass-gate.js';
import { whyNotApprove } from './policy.js';
import type { ReplyEntity } from './reply.entity.js';
import { settingsOf } from './reply-settings.js';
import { knownOf, refuseNews } from './since-request.js';

/** 決裁 of the reply, in one or two steps (domain.md §8). */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
  ) {}

  request(actor: Actor, id: string, { version, confirmed, reason }: RequestApproval): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.advance.step(tx, actor, id, 'requestApproval', { reason: reason || undefined });
      const reply = await this.seen(tx, id, version);
      const today = this.calendar.today();
      await passGate(tx, reply, { confirmed, reason, today });
      const settings = await settingsOf(tx);
      await tx.save(
        Object.assign(reply, {
          state: 'approving' as const,
          round: reply.round + 1,
          settingsVersion: settings.version,
          requestedBy: personId(actor),
          requestedAt: this.clock.now(),
          requestReason: reason,
          requestKnew: await knownOf(tx, reply, today),
        }),
      );
    });
  }

  recall(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.advance.step(tx, actor, id, 'recallApproval');
      await tx.save(Object.assign(await inWork(tx, id), { state: 'drafting' as const }));
    });
  }

  sendBack(actor: Actor, id: string, { version, comment }: SendBackReply): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.advance.step(tx, actor, id, 'sendBackReply', { reason: comment });
      const reply = await this.seen(tx, id, version);
      await this.decide(tx, actor, reply, { decision: 'returned', comment, standInFor: null });
      await tx.save(Object.assign(reply, { state: 'drafting' as const }));
    });
  }

  /** The first of two steps only writes the approval down; the last one issues the reply and moves the 相談. */
  approve(actor: Actor, id: string, { version, comment, standInFor }: ApproveReply): Promise<void> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, id);
      authorize(mayAct(actor, 'approve', consultation));
      nextState(consultation.state, 'approve');
      const reply = await this.seen(tx, id, version);
      await this.fourEyes(tx, actor, reply, standInFor);
      const today = this.calendar.today();
      await refuseNews(tx, reply, { comment, today });

      const step = await this.decide(tx, actor, reply, { decision: 'approved', comment, standInFor });
      const settings = await settingsOf(tx, reply.settingsVersion);
      if (step < settings.approvalSteps) {
        const data = { step, standInFor };
        await record(tx, {
          type: 'reply.endorse',
          consultationId: id,
          subjectId: reply.id,
          actor,
          audience: 'inward',
          data,
        });
        return;
      }
      const now = this.clock.now();
      const answersFirst = !(await this.repliedInBranch(tx, reply));
      await issue(tx, reply, settings, { now, today });
      await this.advance.step(tx, actor, id, 'approve', {
        change: ({ repliedAt }) => ({ repliedAt: answersFirst ? now : repliedAt }),
        data: { replyId: reply.id, no: reply.no, documentNumber: reply.documentNumber, standInFor },
      });
      await copyToMinistries(tx, actor, reply);
    });
  }

  private async seen(tx: EntityManager, id: string, version: number): Promise<ReplyEntity> {
    const reply = await inWork(tx, id);
    sameVersion(reply.version, version, await savedContent(tx, reply));
    return reply;
  }

  private async fourEyes(
    tx: EntityManager,
    actor: Actor,
    reply: ReplyEntity,
    standInFor: string | null,
  ): Promise<void> {
    const { requestedBy, state } = reply;
    const against = whyNotApprove(actor, { state, requestedBy, approvers: await approversOf(tx, reply) }, standInFor);
    if (against) throw new DomainError('forbidden', 'reply.four_eyes', against);
    if (standInFor !== null && !(await mayStandInFor(tx, standInFor))) {
      throw new DomainError('invalid', 'reply.stand_in', '代決できるのは、管理職に代わる場合だけです。', {
        fields: { standInFor: '管理職を選んでください' },
      });
    }
  }

  /** Writes a decision and answers which step of 決裁 it was. */
  private async decide(
    tx: EntityManager,
    actor: Actor,
    reply: ReplyEntity,
    {
      decision,
      comment,
      standInFor,
    }: { decision: 'approved' | 'returned'; comment: string; standInFor: string | null },
  ): Promise<number> {
    const [{ step }]: [{ step: number }] = await tx.query(
      `INSERT INTO approvals (reply_id, round, step, decision, approver_id, stand_in_for, requested_by, comment, decided_at)
       SELECT $1, $2, count(*) + 1, $3, $4, $5, $6, $7, $8 FROM approvals WHERE reply_id = $1 AND round = $2
       RETURNING step`,
      [reply.id, reply.round, decision, personId(actor), standInFor, reply.requestedBy, comment, this.clock.now()],
    );
    return step;
  }

  private async repliedInBranch(tx: EntityManager, { consultationId, branch }: ReplyEntity): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT 1 FROM replies WHERE consultation_id = $1 AND branch = $2 AND state = 'approved'`,
      [consultationId, branch],
    );
    return row !== undefined;
  }
}
