import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { ConsultationAction } from '../contract/lifecycle.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { prepared } from '../platform/sql/prepared.js';
import { ConsultationEntity } from './consultation.entity.js';
import { duesAfter } from './due.js';
import { LIFECYCLE, nextState } from './lifecycle.js';
import { mayAct, readable } from './policy.js';
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
    const { consultation, limits } = await this.locked(tx, actor, id);
    authorize(mayAct(actor, action, consultation));
    const before = Object.assign(new ConsultationEntity(), consultation);
    const from = consultation.state;
    const state = nextState(from, action);

    const now = this.clock.now();
    Object.assign(consultation, typeof change === 'function' ? await change(consultation) : change);
    if (state !== from) {
      const dues = duesAfter(consultation, state, this.calendar.startDay(now), limits, this.calendar);
      Object.assign(consultation, dues, { state, stateSince: now });
    }
    await storeCase(tx, before, consultation);
    await record(tx, {
      type: `consultation.${action}`,
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
    return (await this.locked(tx, actor, id)).consultation;
  }

  /** Business days by state and for the whole reply. */
  async limits(tx: EntityManager): Promise<Record<string, number>> {
    const text = 'SELECT kind, workdays FROM deadline_rules';
    const rows = await prepared<{ kind: string; workdays: number }>(tx, text, []);
    return Object.fromEntries(rows.map(({ kind, workdays }) => [kind, workdays]));
  }

  private async locked(tx: EntityManager, actor: Actor, id: string) {
    const { bind, values } = binder();
    return found(await lockCase(tx, `c.id = ${bind(id)} AND ${readable(actor, bind)}`, values));
  }
}
