import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { SYSTEM } from '../identity/actor.js';
import { DomainError } from '../platform/errors.js';
import type { Job } from '../platform/jobs/job.js';
import { Leaving } from './leaving.js';
import { PersonHandOverService } from './person-hand-over.service.js';

interface Leaver {
  id: string;
  personId: string;
  successorId: string;
  reason: string;
}

/** On the day that was set, what came to a leaving person since goes to the successor, and the account stops. */
@Injectable()
export class StopLeavers implements Job {
  readonly name = 'stop-leavers';
  readonly schedule = '10 0 * * *';
  private readonly log = new Logger('stop-leavers');

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly handOvers: PersonHandOverService,
    private readonly leaving: Leaving,
  ) {}

  async run(): Promise<void> {
    const leavers: Leaver[] = await this.db.query(
      `SELECT DISTINCT ON (person_id) id, person_id AS "personId", successor_id AS "successorId", reason FROM hand_overs
       WHERE leaves_on <= $1 AND left_at IS NULL ORDER BY person_id, made_at DESC`,
      [this.calendar.today()],
    );
    for (const leaver of leavers) await this.stop(leaver);
  }

  /** What the successor cannot take keeps the account open: the invariants name it until somebody sees to it. */
  private async stop({ id, personId, successorId, reason }: Leaver): Promise<void> {
    try {
      await this.db.transaction(async (tx) => {
        // Gone when another worker was first, or an administrator called it off.
        const here: unknown[] = await tx.query(
          'SELECT 1 FROM hand_overs WHERE id = $1 AND leaves_on <= $2 AND left_at IS NULL FOR UPDATE SKIP LOCKED',
          [id, this.calendar.today()],
        );
        if (here.length === 0) return;
        await this.handOvers.handOverRest(tx, { id, actor: SYSTEM, from: personId, reason }, successorId);
        await this.leaving.stop(tx, SYSTEM, personId);
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.log.error({ personId, code: error.code, fields: error.details.fields });
    }
  }
}
