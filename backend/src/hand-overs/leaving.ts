import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { mustHoldNothing } from '../identity/open-items.js';

/** Stops the account of somebody who holds nothing any more. */
@Injectable()
export class Leaving {
  constructor(
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
}
