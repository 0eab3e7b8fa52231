import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { Advance } from './advance.js';

/** Closes what the town was asked to agree to, when its days of silence are over (`deadline_rules`, kind `closing`). */
@Injectable()
export class CloseBySilence implements Job {
  readonly name = 'close-by-silence';
  readonly schedule = '30 6 * * *';

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    const overdue = `state = 'closing' AND state_due_on < $1`;
    const due: { id: string }[] = await this.db.query(`SELECT id FROM consultations WHERE ${overdue} ORDER BY id`, [
      today,
    ]);
    for (const { id } of due) {
      await this.db.transaction(async (tx) => {
        // Gone when the town answered meanwhile, or another worker closed it. Whoever just writes beside it is waited for.
        const rows: unknown[] = await tx.query(`SELECT 1 FROM consultations WHERE ${overdue} AND id = $2 FOR UPDATE`, [
          today,
          id,
        ]);
        if (rows.length > 0) {
          await this.advance.step(tx, SYSTEM, id, 'closeBySilence', { change: { closedAt: this.clock.now() } });
        }
      });
    }
  }
}
