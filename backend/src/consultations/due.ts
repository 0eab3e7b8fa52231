import type { ConsultationState } from '../contract/lifecycle.js';

/** Business days by state, plus `reply` for the whole; from the table `deadline_rules`. */
export type Limits = Readonly<Record<string, number>>;

/** The day arithmetic that deadlines need (see `calendar/`). */
export interface Days {
  addWorkdays(day: string, workdays: number): string;
  workdaysBetween(from: string, to: string): number;
}

interface Dues {
  stateDueOn: string | null;
  replyDueOn: string | null;
  clockStoppedOn: string | null;
}

const WAITING_FOR_TOWN: readonly ConsultationState[] = ['returned', 'correcting'];

/**
 * The due dates after a step. The clock stands still while the town corrects its カルテ: the reply's date then moves by
 * the business days lost (domain.md §3, C3a).
 * @param startsOn the day a term counts from: after the cut-off hour, the next business day
 */
export function duesAfter(before: Dues, to: ConsultationState, startsOn: string, limits: Limits, days: Days): Dues {
  const limit = limits[to];
  const stateDueOn = limit === undefined ? null : days.addWorkdays(startsOn, limit);
  const waits = WAITING_FOR_TOWN.includes(to);

  if (waits)
    return {
      stateDueOn,
      replyDueOn: before.replyDueOn,
      clockStoppedOn: before.clockStoppedOn ?? startsOn,
    };
  if (!before.clockStoppedOn || !before.replyDueOn) return { ...before, stateDueOn, clockStoppedOn: null };

  const lost = Math.max(0, days.workdaysBetween(before.clockStoppedOn, startsOn));
  return {
    stateDueOn,
    replyDueOn: days.addWorkdays(before.replyDueOn, lost),
    clockStoppedOn: null,
  };
}
