import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import { type Course, explain, type Turn } from '../calendar/explain.js';
import { tokyoDay } from '../contract/calendar.js';
import type { DeadlineKind } from '../contract/deadlines.js';
import { prepared } from '../platform/sql/prepared.js';

/** What runs against the clock: the state of a case, its reply, or one inquiry. */
export interface Subject {
  clock: 'state' | 'reply' | 'inquiry';
  consultationId: string;
  inquiryId?: string;
}

/** A deadline whose history is at hand; its case is locked by the caller. */
export interface Deadline extends Course {
  id: string;
  kind: DeadlineKind;
}

/** What follows from a history. */
interface Reckoned {
  dueOn: string;
  stoppedOn: string | null;
}

export const ofState = (consultationId: string): Subject => ({ clock: 'state', consultationId });
export const ofReply = (consultationId: string): Subject => ({ clock: 'reply', consultationId });
export const ofInquiry = ({ id, consultationId }: { id: string; consultationId: string }): Subject => ({
  clock: 'inquiry',
  consultationId,
  inquiryId: id,
});

const MATCH = 'consultation_id = $1 AND clock = $2 AND inquiry_id IS NOT DISTINCT FROM $3::uuid';
const keyOf = ({ consultationId, clock, inquiryId }: Subject) => [consultationId, clock, inquiryId ?? null];

/** By the rule of the day it started and the almanac of now. */
function reckon(calendar: Calendar, { kind, startedAt, turns }: Omit<Deadline, 'id'>) {
  const { almanac } = calendar;
  const rule = almanac.ruleOf(kind, tokyoDay(startedAt));
  const { dueOn, stoppedOn } = explain({ startedAt, turns }, rule, almanac.holidays(rule.calendar));
  return { rule: rule.id, version: almanac.version, dueOn, stoppedOn };
}

/** Starts the clock; the one that ran for the same ends. `turns` is what is known of it from the start. */
export async function startDeadline(
  tx: EntityManager,
  calendar: Calendar,
  subject: Subject,
  { kind, at, turns = [] }: { kind: DeadlineKind; at: Date; turns?: Turn[] },
): Promise<Reckoned> {
  const reckoned = reckon(calendar, { kind, startedAt: at.toISOString(), turns });
  await prepared(
    tx,
    `WITH before AS (UPDATE deadlines SET ended_at = $4 WHERE ${MATCH} AND ended_at IS NULL)
     INSERT INTO deadlines (consultation_id, clock, inquiry_id, started_at, kind, turns, rule_id, almanac_version, due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [...keyOf(subject), at, kind, JSON.stringify(turns), reckoned.rule, reckoned.version, reckoned.dueOn],
  );
  return reckoned;
}

/** The latest deadline of a subject, still running or ended; undefined where none was kept. */
export async function lastDeadline(tx: EntityManager, subject: Subject): Promise<Deadline | undefined> {
  const [row] = await prepared<Omit<Deadline, 'startedAt'> & { startedAt: Date }>(
    tx,
    `SELECT id, kind, started_at AS "startedAt", turns FROM deadlines WHERE ${MATCH} ORDER BY started_at DESC, id LIMIT 1`,
    keyOf(subject),
  );
  return row && { ...row, startedAt: row.startedAt.toISOString() };
}

/** Writes down what happened to a deadline, and reckons it anew; it runs again if it had ended. */
export async function turnDeadline(
  tx: EntityManager,
  calendar: Calendar,
  deadline: Deadline,
  turn?: Turn,
): Promise<Reckoned> {
  const turns = turn ? [...deadline.turns, turn] : deadline.turns;
  const { rule, version, dueOn, stoppedOn } = reckon(calendar, { ...deadline, turns });
  await prepared(
    tx,
    `UPDATE deadlines SET turns = $2, rule_id = $3, almanac_version = $4, due_on = $5, ended_at = NULL WHERE id = $1`,
    [deadline.id, JSON.stringify(turns), rule, version, dueOn],
  );
  return { dueOn, stoppedOn };
}

/** What was due is done, or has lapsed. */
export async function endDeadline(tx: EntityManager, subject: Subject, at: Date): Promise<void> {
  await prepared(tx, `UPDATE deadlines SET ended_at = $4 WHERE ${MATCH} AND ended_at IS NULL`, [...keyOf(subject), at]);
}
