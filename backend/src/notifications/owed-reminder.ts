import type { Calendar } from '../calendar/calendar.js';
import { addWorkdays } from '../calendar/workdays.js';
import { type DeadlineKind, KINDS_THAT_COME_AGAIN } from '../contract/deadlines.js';
import { REMIND_FOR } from './remind-for.js';

/** A step of a deadline's rule: business days from the due day, and the day that is. */
export interface Step {
  step: number;
  day: string;
  /** Tells the managers, not those who owe it. */
  escalated: boolean;
}

/** The steps at which something due on a day is brought to mind, in their order; of what comes again, those until today. */
export function stepsOf(calendar: Calendar, due: { kind: DeadlineKind; due_on: string; rule_id: number }): Step[] {
  if (!REMIND_FOR[due.kind]) return [];
  const rule = calendar.almanac.ruleWithId(due.rule_id);
  const holidays = calendar.almanac.holidays(rule.calendar);
  const steps = rule.reminders.map((step) => ({ step, escalated: false }));
  if (rule.escalation !== null) steps.push({ step: rule.escalation, escalated: true });
  const once = (after: number): Step[] =>
    steps
      .sort((left, right) => left.step - right.step)
      .map((one) => ({ ...one, day: addWorkdays(due.due_on, one.step + after, holidays) }));
  if (!KINDS_THAT_COME_AGAIN.includes(due.kind)) return once(0);

  const all: Step[] = [];
  const today = calendar.today();
  const length = rule.workdays ?? 1;
  for (let after = 0; addWorkdays(due.due_on, after - length, holidays) <= today; after += length)
    all.push(...once(after));
  return all;
}
