import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { readAlmanac } from '../calendar/read-almanac.js';
import type { Recount } from '../contract/deadlines.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { type Cause, reckonAll, writeAll } from './recount.js';

const SHOWN = 200;
/** Waits for all who reckon dates with what is known so far, and keeps others waiting (`almanac_version()`). */
const ALONE = `SELECT pg_advisory_xact_lock(hashtext('almanac'))`;
/** Thousands of cases at once: their search index is brought up to date afterwards, by the next vacuum. */
const SEARCH_LATER = `SET LOCAL gin_pending_list_limit = '512MB'`;

interface Wish {
  cause: Cause['cause'];
  /** Undo everything, and tell what it would have done. */
  preview: boolean;
}

/** The one way in which holidays and rules change: with all open deadlines, in one transaction. */
@Injectable()
export class AlmanacChanges {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async make(
    actor: Actor,
    { cause, preview }: Wish,
    change: (tx: EntityManager) => Promise<unknown>,
  ): Promise<Recount> {
    const runner = this.db.createQueryRunner();
    await runner.startTransaction();
    try {
      const tx = runner.manager;
      if (!preview) await tx.query(`${SEARCH_LATER}; ${ALONE}`);
      await change(tx);
      const { open, moved } = await this.recount(tx, actor, cause, preview);
      await (preview ? runner.rollbackTransaction() : runner.commitTransaction());
      if (!preview) await this.calendar.reload();
      return { preview, open, total: moved.length, items: moved.slice(0, SHOWN) };
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async recount(tx: EntityManager, actor: Actor, cause: Cause['cause'], preview: boolean) {
    const almanac = await readAlmanac(tx);
    const { open, moved, changed } = await reckonAll(tx, almanac, { at: this.clock.now(), cause });
    if (!preview && changed.length > 0) {
      await writeAll(tx, almanac, changed);
      const data = { cause, version: almanac.version, open, moved: moved.length };
      await record(tx, { type: 'deadline.recount', subjectId: 'almanac', actor, data });
    }
    return { open, moved };
  }
}
