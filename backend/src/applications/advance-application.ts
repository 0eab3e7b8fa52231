import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { ApplicationAction } from '../contract/applications.js';
import type { Call, RoundState } from '../contract/rounds.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { callStanding } from '../rounds/call-standing.js';
import { ApplicationEntity } from './application.entity.js';
import { nextApplicationState } from './lifecycle.js';
import { mayAct, readableApplications } from './policy.js';

type Change = Partial<ApplicationEntity>;

interface Circumstances {
  /** What else the step writes; asked under the lock. */
  change?: Change | ((application: ApplicationEntity) => Promise<Change>);
  reason?: string;
  data?: object;
}

interface Locked {
  application: ApplicationEntity;
  roundState: RoundState;
  call: Call['standing'];
}

@Injectable()
export class AdvanceApplication {
  constructor(private readonly clock: Clock) {}

  /** The only way the state of an 応募 changes: lock the row, ask the policy, take the step, write it down. */
  async step(
    tx: EntityManager,
    actor: Actor,
    id: string,
    action: ApplicationAction,
    { change, reason, data }: Circumstances = {},
  ): Promise<ApplicationEntity> {
    const { application, roundState, call } = await this.lock(tx, actor, id);
    authorize(mayAct(actor, action, { ...application, roundState, call }));
    const from = application.state;
    const state = nextApplicationState(from, roundState, action);
    const more = typeof change === 'function' ? await change(application) : change;
    const changed = { ...more, ...(state === from ? {} : { state, stateSince: this.clock.now() }) };
    if (Object.keys(changed).length > 0) await tx.update(ApplicationEntity, id, changed as object);
    await record(tx, {
      type: `application.${action}`,
      subjectId: id,
      actor,
      reason,
      data: { from, to: state, ...data },
    });
    return Object.assign(application, changed);
  }

  /**
   * The row, locked, with what its round and its call say of it. The round first and shared: while a 任命 or a decision
   * holds it, nobody withdraws beside it. @throws DomainError notFound
   */
  async lock(tx: EntityManager, actor: Actor, id: string): Promise<Locked> {
    await tx.query('SELECT 1 FROM rounds r JOIN applications a ON a.round_id = r.id WHERE a.id = $1 FOR SHARE OF r', [
      id,
    ]);
    const { bind, values } = binder();
    const [row]: { roundState: RoundState; opensAt: Date; closesAt: Date }[] = await tx.query(
      `SELECT r.state AS "roundState", c.opens_at AS "opensAt", c.closes_at AS "closesAt"
       FROM applications a JOIN rounds r ON r.id = a.round_id JOIN round_calls c ON (c.round_id, c.kind) = (a.round_id, a.kind)
       WHERE a.id = ${bind(id)} AND ${readableApplications(actor, bind)} FOR UPDATE OF a`,
      values,
    );
    const { roundState, ...call } = found(row);
    const application = found(await tx.findOneBy(ApplicationEntity, { id }));
    return { application, roundState, call: callStanding(this.clock.now(), call) };
  }
}

/** @throws DomainError conflict, in words for whoever comes too early or too late */
export function assertOpen(standing: Call['standing']): void {
  if (standing === 'open') return;
  const [code, message] =
    standing === 'ahead'
      ? ['application.ahead', '募集はまだ始まっていません。受付が始まってから操作してください。']
      : ['application.closed', '募集は締め切りました。締切を過ぎた応募は受け付けられません。'];
  throw new DomainError('conflict', code, message);
}
