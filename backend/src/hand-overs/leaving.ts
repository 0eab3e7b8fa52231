import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { mustHoldNothing } from '../identity/open-items.js';
import { authorize, DomainError, found } from '../platform/errors.js';

/** Stops the account of somebody who holds nothing any more, or calls off a day that was set for it. */
@Injectable()
export class Leaving {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async stop(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    const now = this.clock.now();
    await mustHoldNothing(tx, personId, this.calendar.today());
    await tx.query('UPDATE people SET disabled_at = coalesce(disabled_at, $2), version = version + 1 WHERE id = $1', [
      personId,
      now,
    ]);
    await tx.query('DELETE FROM sessions WHERE person_id = $1', [personId]);
    await tx.query('UPDATE hand_overs SET left_at = $2 WHERE person_id = $1 AND left_at IS NULL', [personId, now]);
    await record(tx, { type: 'person.leave', subjectId: personId, actor });
  }

  /**
   * The person stays: what was handed over stays with the successors. Doing it again changes nothing.
   * @throws DomainError conflict, when the account has stopped
   */
  async callOff(actor: Actor, personId: string): Promise<void> {
    authorize(hasRole(actor, 'admin') && actor.id !== personId);
    await this.db.transaction(async (tx) => {
      // Beside the job that stops leavers: whoever is first has the row, and the other finds it changed.
      const [planned]: [{ leavesOn: string }[], number] = await tx.query(
        `UPDATE hand_overs h SET leaves_on = NULL FROM hand_overs old
         WHERE h.person_id = $1 AND h.left_at IS NULL AND h.leaves_on IS NOT NULL AND old.id = h.id
         RETURNING old.leaves_on::text AS "leavesOn"`,
        [personId],
      );
      const [person]: { disabled: boolean }[] = await tx.query(
        'SELECT disabled_at IS NOT NULL AS disabled FROM people WHERE id = $1',
        [personId],
      );
      if (found(person).disabled)
        throw new DomainError(
          'conflict',
          'person.left',
          'すでに利用を停止しています。利用を再開するときは、管理の「利用者」で停止を解除してください。',
        );
      for (const { leavesOn } of planned)
        await record(tx, { type: 'person.stay', subjectId: personId, actor, data: { leavesOn } });
    });
  }
}
