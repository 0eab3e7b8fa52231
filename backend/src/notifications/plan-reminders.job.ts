import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { Job } from '../platform/jobs/job.js';
import { type Due, duesUntil } from './dues.js';
import { Notices } from './notices.js';
import { REMIND_FOR } from './remind-for.js';

/** Business days from the due day on which those who owe it are reminded, and on which the managers hear of it. */
const REMIND_AT = [-3, 0, 1];
const ESCALATE_AT = 3;
const LOOK_AHEAD_DAYS = 3;

interface Owed {
  due: Due;
  step: number;
  day: string;
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
    const dues = await duesUntil(this.db.manager, this.calendar.addWorkdays(today, LOOK_AHEAD_DAYS));
    const owed = dues.flatMap((due) => this.owed(due, today) ?? []);
    for (const one of await this.notYetSaid(owed)) {
      const { due, step, day } = one;
      const escalated = step === ESCALATE_AT;
      await this.db.transaction((tx) => this.notices.remind(tx, due, step, day, escalated));
    }
  }

  /** The last step whose day has come; earlier ones that nobody could say are overtaken by it. */
  private owed(due: Due, today: string): Owed | null {
    if (!REMIND_FOR[due.kind]) return null;
    const steps = [...REMIND_AT, ESCALATE_AT].map((step) => ({ due, step, day: this.dayOf(due, step) }));
    const last = steps.filter(({ day }) => day <= today).at(-1);
    return last && last.day > due.since ? last : null;
  }

  /** Counted in business days; the due day itself may be a day that became a holiday. */
  private dayOf({ due_on }: Due, step: number): string {
    return this.calendar.addWorkdays(due_on, step);
  }

  private async notYetSaid(owed: Owed[]): Promise<Owed[]> {
    const said: { fact: string; day: string }[] = await this.db.query(
      `SELECT DISTINCT n.fact, n.day::text AS day FROM notices n
       JOIN unnest($1::text[], $2::date[]) AS o (fact, day) ON (o.fact, o.day) = (n.fact, n.day)`,
      [owed.map(({ due }) => `due-${due.kind}-${due.subject_id}`), owed.map(({ day }) => day)],
    );
    const keys = new Set(said.map(({ fact, day }) => `${fact} ${day}`));
    return owed.filter(({ due, day }) => !keys.has(`due-${due.kind}-${due.subject_id} ${day}`));
  }
}
