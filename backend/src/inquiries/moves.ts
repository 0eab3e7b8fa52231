import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { Turn } from '../calendar/explain.js';
import { Advance } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import type { InquiryAction, InquiryState, RowState } from '../contract/inquiries.js';
import { endDeadline, lastDeadline, ofInquiry, turnDeadline } from '../deadlines/deadlines.js';
import { type Happening, record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { personId, SYSTEM } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { InquiryEntity } from './inquiry.entity.js';
import { INQUIRY_LIFE, mustAllow } from './lifecycle.js';
import { mayMove, readableInquiries } from './policy.js';

/** What the trail says of a step, beyond its name. */
type Told = Partial<Pick<Happening, 'type' | 'audience' | 'reason' | 'data'>>;

/** What else a step writes, on the locked inquiry; saved afterwards. */
type Work = (tx: EntityManager, inquiry: InquiryEntity) => Promise<Told | undefined> | Told | undefined;

@Injectable()
export class Moves {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
  ) {}

  /** The one way an inquiry moves: lock the case, then the inquiry, ask the policy, work, step, write it down. */
  move(actor: Actor, id: string, action: InquiryAction, work: Work): Promise<InquiryEntity> {
    return this.db.transaction(async (tx) => {
      const { consultation, inquiry } = await this.lock(tx, actor, id);
      authorize(mayMove(actor, action, { ...inquiry, teamId: consultation.teamId }));
      mustAllow(inquiry.state, action);
      if (consultation.state !== 'inquiring' && !actor.system) {
        throw new DomainError('conflict', 'inquiry.case_moved_on', CASE_MOVED_ON);
      }

      const from = inquiry.state;
      const told = (await work(tx, inquiry)) ?? {};
      await this.take(tx, actor, inquiry, action);
      await record(tx, {
        type: `inquiry.${action}`,
        subjectId: id,
        actor,
        consultationId: inquiry.consultationId,
        ministryId: inquiry.ministryId,
        audience: 'ministry',
        ...told,
        data: { from, to: inquiry.state, ...told.data },
      });
      await this.settle(tx, consultation);
      return inquiry;
    });
  }

  /** The inquiry and its case, locked in this order. @throws DomainError notFound, also for what is not the actor's. */
  private async lock(tx: EntityManager, actor: Actor, id: string) {
    const { bind, values } = binder();
    const readable = `SELECT i.consultation_id FROM inquiries i WHERE i.id = ${bind(id)} AND ${readableInquiries(actor, bind)}`;
    const [row]: { consultation_id: string }[] = await tx.query(readable, values);
    const consultation = await this.advance.lock(tx, actor, found(row).consultation_id);
    // It may have been cancelled or handed on while we waited.
    found((await tx.query(`${readable} FOR UPDATE OF i`, values))[0]);
    return { consultation, inquiry: await tx.findOneByOrFail(InquiryEntity, { id }) };
  }

  /** Something happened to the inquiry's clock: its dates follow from that. */
  async turn(tx: EntityManager, inquiry: InquiryEntity, turn: Turn): Promise<void> {
    const deadline = await lastDeadline(tx, ofInquiry(inquiry));
    if (!deadline) throw new Error(`inquiry ${inquiry.id} has no deadline`);
    const { dueOn, stoppedOn } = await turnDeadline(tx, this.calendar, deadline, turn);
    Object.assign(inquiry, { dueOn, pausedOn: stoppedOn });
  }

  private async take(tx: EntityManager, actor: Actor, inquiry: InquiryEntity, action: InquiryAction): Promise<void> {
    const rows: { state: RowState }[] = await tx.query('SELECT state FROM inquiry_rows WHERE inquiry_id = $1', [
      inquiry.id,
    ]);
    const now = this.clock.now();
    const state = INQUIRY_LIFE[action].to(
      inquiry.state,
      rows.map((row) => row.state),
    );
    if (!inquiry.acknowledgedAt && !['asked', 'cancelled'].includes(state)) {
      Object.assign(inquiry, { acknowledgedAt: now, acknowledgedBy: personId(actor) });
    }
    if (state === 'answered' || state === 'notApplicable') inquiry.answeredAt = now;
    if (state !== 'questioned') inquiry.pausedOn = null;
    if (ENDED.includes(state)) await endDeadline(tx, ofInquiry(inquiry), now);
    await tx.save(Object.assign(inquiry, { state }));
  }

  /**
   * After every change: the desk holds the questions that nobody else has, and the last inquiry to end settles the
   * case. The caller holds the case's lock, so of parallel last answers exactly one sees that nothing is left.
   */
  async settle(tx: EntityManager, { id, state }: Pick<ConsultationEntity, 'id' | 'state'>): Promise<void> {
    await tx.query(
      `UPDATE question_rows q SET desk_holds = held.by_desk
       FROM (SELECT qr.id, NOT EXISTS (SELECT 1 FROM inquiry_rows r
               WHERE r.question_row_id = qr.id AND r.state IN ('open', 'answered')) AS by_desk
             FROM question_rows qr WHERE qr.consultation_id = $1) held
       WHERE q.id = held.id AND q.desk_holds <> held.by_desk`,
      [id],
    );
    if (state !== 'inquiring') return;
    const [live] = await tx.query(
      `SELECT 1 FROM inquiries WHERE consultation_id = $1 AND state IN ('asked', 'acknowledged', 'questioned') LIMIT 1`,
      [id],
    );
    if (!live) await this.advance.step(tx, SYSTEM, id, 'collect');
  }
}

const ENDED: readonly InquiryState[] = ['answered', 'notApplicable', 'cancelled'];

const CASE_MOVED_ON = '相談が取り下げられたか、次の段階に進んだため、この照会には対応できません。';
