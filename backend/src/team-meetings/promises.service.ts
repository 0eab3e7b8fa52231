import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { AddPromise } from '../contract/team-meetings.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { addPromises } from './promises.js';

/** 約束・宿題 of a team. Whoever may write in it may say that one is kept. */
@Injectable()
export class PromisesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, teamId: string, input: AddPromise): Promise<void> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      await addPromises(tx, actor, team, [input], this.clock.now(), { single: true });
    });
  }

  finish(actor: Actor, id: string): Promise<void> {
    return this.settle(actor, id, true);
  }

  /** Takes back that it is kept. */
  reopen(actor: Actor, id: string): Promise<void> {
    return this.settle(actor, id, false);
  }

  private settle(actor: Actor, id: string, done: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, await teamIdOf(tx, id), 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      const [, changed]: [unknown, number] = await tx.query(
        `UPDATE promises SET done_at = CASE WHEN $2 THEN $3::timestamptz END, done_by = CASE WHEN $2 THEN $4::uuid END
         WHERE id = $1 AND (done_at IS NULL) = $2`,
        [id, done, this.clock.now(), personId(actor)],
      );
      if (changed === 0) {
        throw new DomainError(
          'conflict',
          'promise.settled',
          done ? 'この約束は、すでに済んでいます。' : 'この約束は、まだ済んでいません。',
        );
      }
      const type = done ? 'promise.finish' : 'promise.reopen';
      await record(tx, { type, subjectId: team.id, actor, data: { itemId: id } });
    });
  }
}

async function teamIdOf(tx: EntityManager, id: string): Promise<string> {
  const [row]: { teamId: string }[] = await tx.query('SELECT team_id AS "teamId" FROM promises WHERE id = $1', [id]);
  return found(row).teamId;
}
