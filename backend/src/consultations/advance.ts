import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { ConsultationAction } from '../contract/lifecycle.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { ConsultationEntity } from './consultation.entity.js';
import { duesAfter } from './due.js';
import { LIFECYCLE, nextState } from './lifecycle.js';
import { mayAct, reachable } from './policy.js';
import { lockCase, storeCase } from './stored-case.js';

/** What else a step writes; may depend on the row, which is locked by then. */
export type Change = Partial<ConsultationEntity>;

interface Circumstances {
  change?: Change | ((consultation: ConsultationEntity) => Change | Promise<Change>);
  /** In the person's own words, shown in the history. */
  reason?: string;
  data?: object;
}

@Injectable()
export class Advance {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  /** The only way a state changes: lock the row, ask the policy, take the step, write it down. */
  async step(
    tx: EntityManager,
    actor: Actor,
    id: string,
    action: ConsultationAction,
    { change, reason, data }: Circumstances = {},
  ): Promise<ConsultationEntity> {
    const consultation = await this.lock(tx, actor, id);
    authorize(mayAct(actor, action, consultation));
    const before = Object.assign(new ConsultationEntity(), consultation);
    const from = consultation.state;
    const state = nextState(from, action);

    const now = this.clock.now();
    Object.assign(consultation, typeof change === 'function' ? await change(consultation) : change);
    if (state !== from) {
      const dues = await duesAfter(tx, this.calendar, { consultation, to: state, at: now });
      Object.assign(consultation, dues, { state, stateSince: now });
    }
    await storeCase(tx, before, consultation);
    await record(tx, {
      type: `${consultation.teamId ? 'support' : 'consultation'}.${action}`,
      consultationId: id,
      subjectId: id,
      actor,
      audience: LIFECYCLE[action].audience,
      reason,
      data: { from, to: state, ...data },
    });
    return consultation;
  }

  /** The row, locked. Whoever writes to a 相談 or its children locks it first. @throws DomainError notFound */
  async lock(tx: EntityManager, actor: Actor, id: string): Promise<ConsultationEntity> {
    const { bind, values } = binder();
    const locked = found(await lockCase(tx, `c.id = ${bind(id)} AND ${reachable(actor, bind)}`, values));
    await this.calendar.upTo(locked.almanacVersion, tx);
    return locked.consultation;
  }
}
