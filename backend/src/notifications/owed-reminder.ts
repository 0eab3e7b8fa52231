import type { Calendar } from '../calendar/calendar.js';
import { addWorkdays } from '../calendar/workdays.js';
import type { DeadlineKind } from '../contract/deadlines.js';
import { REMIND_FOR } from './remind-for.js';

/** A step of a deadline's rule: business days from the due day, and the day that is. */
export interface Step {
  step: number;
  day: string;
  /** Tells the managers, not those who owe it. */
  escalated: boolean;
}

/** The steps at which something due on a day is brought to mind, in their order. */
export function stepsOf(calendar: Calendar, due: { kind: DeadlineKind; due_on: string; rule_id: number }): Step[] {
  if (!REMIND_FOR[due.kind]) return [];
  const rule = calendar.almanac.ruleWithId(due.rule_id);
  const holidays = calendar.almanac.holidays(rule.calendar);
  const steps = rule.reminders.map((step) => ({ step, escalated: false }));
  if (rule.escalation !== null) steps.push({ step: rule.escalation, escalated: true });
  return steps
    .sort((left, right) => left.step - right.step)
    .map((one) => ({ ...one, day: addWorkdays(due.due_on, one.step, holidays) }));
}
