import { tokyoDay, tokyoWallClock } from '../contract/calendar.js';
import type { DeadlineRule, ExplanationLine, SetCause } from '../contract/deadlines.js';
import { type Holidays, type Skipped, walk } from './workdays.js';

/** What happened to a deadline after it started, in this order. */
export type Turn =
  | { type: 'pause' | 'resume'; at: string }
  | { type: 'set'; at: string; dueOn: string; cause: SetCause; by?: string; reason?: string }
  | { type: 'recount'; at: string; cause: 'holiday' | 'rule'; before: string };

/** The stored history of a deadline. */
export interface Course {
  startedAt: string;
  turns: readonly Turn[];
}

type Term = Pick<DeadlineRule, 'workdays' | 'cutOff' | 'pauses'>;
type Start = Extract<ExplanationLine, { kind: 'start' }>;

/** The business day from which an instant counts: after the cut-off or on a closed day, the next one. */
export function startOf(at: string, cutOff: string, holidays: Holidays): Start {
  const day = tokyoDay(at);
  const arrived = walk(day, 0, holidays);
  const late = arrived.day === day && tokyoWallClock(at).slice(11, 23) > `${cutOff}:00.000`;
  return { kind: 'start', at, cutOff, late, ...(late ? walk(day, 1, holidays) : arrived) };
}

/**
 * Why a date is what it is. There is no other reckoning: a due date is the `day` of the last line. While the clock stands
 * still no business days are used up; they are given back when it goes on.
 */
export function explain({ startedAt, turns }: Course, { workdays, cutOff, pauses }: Term, holidays: Holidays) {
  const start = startOf(startedAt, cutOff, holidays);
  const counted = walk(start.day, workdays ?? 0, holidays);
  const lines: ExplanationLine[] = [start, { kind: 'count', workdays: workdays ?? 0, ...counted }];
  let day = counted.day;
  let stopped: string | undefined;

  for (const turn of turns) {
    if (turn.type === 'set') {
      const { at, cause, by = null, reason = null, dueOn: wanted } = turn;
      const moved = walk(wanted, 0, holidays);
      lines.push({ kind: 'set', at, cause, by, reason, wanted, ...moved });
      day = moved.day;
    } else if (turn.type === 'recount') {
      lines.push({ kind: 'recount', at: turn.at, cause: turn.cause, before: turn.before, day });
    } else if (turn.type === 'pause') {
      stopped ??= pauses ? startOf(turn.at, cutOff, holidays).day : undefined;
    } else if (stopped) {
      const until = startOf(turn.at, cutOff, holidays).day;
      const lost = between(stopped, until, holidays);
      const moved = lost.workdays > 0 ? walk(day, lost.workdays, holidays) : { day, skipped: [] };
      lines.push({ kind: 'pause', from: stopped, until, ...lost, ...moved });
      day = moved.day;
      stopped = undefined;
    }
  }
  if (stopped) lines.push({ kind: 'pause', from: stopped, until: null, closed: [], workdays: 0, day, skipped: [] });
  lines.push({ kind: 'due', day });
  return { dueOn: day, stoppedOn: stopped ?? null, lines };
}

/** The business days after one day, up to and with another, and the closed days among them. */
function between(from: string, to: string, holidays: Holidays): { workdays: number; closed: Skipped[] } {
  const closed: Skipped[] = [];
  let workdays = 0;
  for (let at = from; at < to; workdays += 1) {
    const next = walk(at, 1, holidays);
    closed.push(...next.skipped);
    at = next.day;
  }
  return { workdays, closed };
}
