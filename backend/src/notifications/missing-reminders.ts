import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import { type DeadlineKind, KINDS_THAT_COME_AGAIN } from '../contract/deadlines.js';
import { tokyo } from '../platform/sql/tokyo.js';
import { Notices } from './notices.js';
import { stepsOf } from './owed-reminder.js';

/** A reminder that was due on a day and that nobody wrote down. */
export interface MissingReminder {
  day: string;
  kind: DeadlineKind;
  consultationId: string;
  /** The 相談, the 照会 or the 宿題. */
  subjectId: string;
}

interface Past {
  kind: DeadlineKind;
  subject_id: string;
  consultation_id: string;
  due_on: string;
  rule_id: number;
  /** The clock stands still, if its rule lets it. */
  stopped: boolean;
  since: string;
  until: string | null;
}

/** Farther from its due day nothing is brought to mind (`contract/deadlines.ts`: 60 business days). */
const REACH_DAYS = 100;

/**
 * Reminders of past days that deadlines and 宿題 demanded and nobody wrote down: counted from these themselves, not from
 * the notices. A deadline whose clock was turned on or after the day is left out: what it demanded then is not known.
 * One whose clock stands still demands nothing. A rule that was made later demanded nothing of 宿題 before.
 */
export async function missingReminders(
  db: EntityManager,
  calendar: Calendar,
  from: string,
  today: string,
): Promise<MissingReminder[]> {
  const turns = 'jsonb_array_elements(d.turns) WITH ORDINALITY AS turns (t, place)';
  const past: Past[] = await db.query(
    `SELECT d.kind, coalesce(d.inquiry_id, d.consultation_id) AS subject_id, d.due_on::text AS due_on, d.rule_id, d.consultation_id,
            coalesce((SELECT t ->> 'type' = 'pause' FROM ${turns} WHERE t ->> 'type' IN ('pause', 'resume')
                      ORDER BY place DESC LIMIT 1), false) AS stopped,
            (${tokyo(`greatest(d.started_at, (SELECT max((t ->> 'at')::timestamptz) FROM ${turns}))`)}::date)::text AS since,
            (${tokyo('d.ended_at')}::date)::text AS until
     FROM deadlines d
     WHERE (d.due_on BETWEEN $1::date - ${REACH_DAYS} AND $2::date + ${REACH_DAYS} OR d.kind = ANY ($3))
       AND (d.ended_at IS NULL OR d.ended_at >= $1::date)
     UNION ALL
     SELECT 'actionItem', a.id, a.due_on::text, r.id, a.consultation_id, false,
            (${tokyo('greatest(a.created_at, CASE WHEN r.made_by IS NOT NULL THEN r.made_at END)')}::date)::text,
            (${tokyo('a.done_at')}::date)::text
     FROM action_items a CROSS JOIN LATERAL (
       SELECT id, made_by, made_at FROM deadline_rules
       WHERE kind = 'actionItem' AND valid_from <= ${tokyo('a.created_at')}::date ORDER BY valid_from DESC, id DESC LIMIT 1) r
     WHERE a.due_on BETWEEN $1::date - ${REACH_DAYS} AND $2::date + ${REACH_DAYS}
       AND (a.done_at IS NULL OR a.done_at >= $1::date)`,
    [from, today, KINDS_THAT_COME_AGAIN],
  );
  const running = past.filter(({ stopped, rule_id }) => !(stopped && calendar.almanac.ruleWithId(rule_id).pauses));
  const demanded = running.flatMap((one) =>
    stepsOf(calendar, one)
      .filter(({ day }) => day >= from && day < today && day > one.since && (one.until === null || day < one.until))
      .map(({ day }) => ({ ...one, day, fact: Notices.factOf(one) })),
  );
  const said: { fact: string; day: string }[] = await db.query(
    'SELECT DISTINCT fact, day::text AS day FROM notices WHERE step IS NOT NULL AND day BETWEEN $1 AND $2',
    [from, today],
  );
  const known = new Set(said.map(({ fact, day }) => `${fact} ${day}`));
  return demanded
    .filter(({ fact, day }) => !known.has(`${fact} ${day}`))
    .sort((one, other) => (`${one.day} ${one.fact}` < `${other.day} ${other.fact}` ? -1 : 1))
    .map(({ day, kind, consultation_id, subject_id }) => ({
      ...{ day, kind },
      ...{ consultationId: consultation_id, subjectId: subject_id },
    }));
}
