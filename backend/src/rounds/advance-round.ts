import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { RoundAction } from '../contract/rounds.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { nextRoundState } from './lifecycle.js';
import { mayStep, readableRounds } from './policy.js';
import { RoundEntity } from './round.entity.js';

interface Circumstances {
  /** Asked under the lock, before the step. */
  check?: (round: RoundEntity) => Promise<void>;
  reason?: string;
}

@Injectable()
export class AdvanceRound {
  constructor(private readonly clock: Clock) {}

  /** The only way the state of a round changes: lock the row, ask the policy, take the step, write it down. */
  async step(tx: EntityManager, actor: Actor, id: string, action: RoundAction, { check, reason }: Circumstances = {}) {
    const round = await this.lock(tx, actor, id);
    authorize(mayStep(actor, action));
    const from = round.state;
    const state = nextRoundState(from, action);
    await check?.(round);
    await tx.query('UPDATE rounds SET state = $2, state_since = $3 WHERE id = $1', [id, state, this.clock.now()]);
    await record(tx, { type: `round.${action}`, subjectId: id, actor, reason, data: { from, to: state } });
    return Object.assign(round, { state });
  }

  /** Whoever writes to a round, or decides on its applications, locks it first. @throws DomainError notFound */
  async lock(tx: EntityManager, actor: Actor, id: string): Promise<RoundEntity> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM rounds r WHERE r.id = $1 AND ${readableRounds(actor)} FOR UPDATE`,
      [id],
    );
    found(rows[0]);
    return found(await tx.findOneBy(RoundEntity, { id }));
  }
}
