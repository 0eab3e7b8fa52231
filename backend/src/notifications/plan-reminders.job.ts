import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { Job } from '../platform/jobs/job.js';
import { type Due, duesUntil } from './dues.js';
import { Notices } from './notices.js';
import { type Step, stepsOf } from './owed-reminder.js';
import { swept } from './sweeps.js';

/** No rule reminds earlier than so many days before the due day (`contract/deadlines.ts`). */
const LOOK_AHEAD_WORKDAYS = 60;

interface Owed extends Step {
  due: Due;
}

/**
 * Writes down the reminders of today. It derives them from what is due, so running it twice, late or on many workers
 * makes nothing twice, and nothing that was lost stays lost.
 */
@Injectable()
export class PlanReminders implements Job {
  readonly name = 'plan-reminders';
  readonly schedule = { every: 15_000 };

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly notices: Notices,
  ) {}

  async run(): Promise<void> {
    const today = this.calendar.today();
    const dues = await duesUntil(this.db.manager, this.calendar.addWorkdays(today, LOOK_AHEAD_WORKDAYS));
    const owed = dues.flatMap((due) => this.owed(due, today) ?? []);
    for (const { due, step, day, escalated } of await this.notYetSaid(owed))
      await this.db.transaction((tx) => this.notices.remind(tx, due, step, day, escalated));
    await swept(this.db, this.name);
  }

  /** The last step of the rule whose day has come; earlier ones that nobody could say are overtaken by it. */
  private owed(due: Due, today: string): Owed | null {
    const last = stepsOf(this.calendar, due)
      .filter(({ day }) => day <= today)
      .at(-1);
    return last && last.day > due.since ? { due, ...last } : null;
  }

  private async notYetSaid(owed: Owed[]): Promise<Owed[]> {
    const said: { fact: string; day: string }[] = await this.db.query(
      `SELECT DISTINCT n.fact, n.day::text AS day FROM notices n
       JOIN unnest($1::text[], $2::date[]) AS o (fact, day) ON (o.fact, o.day) = (n.fact, n.day)`,
      [owed.map(({ due }) => Notices.factOf(due)), owed.map(({ day }) => day)],
    );
    const known = new Set(said.map(({ fact, day }) => `${fact} ${day}`));
    return owed.filter((one) => !known.has(`${Notices.factOf(one.due)} ${one.day}`));
  }
}
