import type { EntityManager } from 'typeorm';
import type { Almanac } from '../calendar/almanac.js';
import { explain, type Turn } from '../calendar/explain.js';
import { tokyoDay } from '../contract/calendar.js';
import type { DeadlineKind, MovedDeadline } from '../contract/deadlines.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';

/** Why open deadlines are reckoned anew, and when. */
export interface Cause {
  at: Date;
  cause: 'holiday' | 'rule';
}

interface Open extends Omit<MovedDeadline, 'after'> {
  id: string;
  kind: DeadlineKind;
  startedAt: Date;
  turns: Turn[];
  ruleId: number;
}

interface Changed {
  id: string;
  rule: number;
  dueOn: string;
  stoppedOn: string | null;
  turns: Turn[];
}

/** All open deadlines, by what the almanac says now: how many there are, which dates move, and what to write. */
export async function reckonAll(tx: EntityManager, almanac: Almanac, { at, cause }: Cause) {
  const open: Open[] = await tx.query(
    `SELECT d.id, d.kind, d.started_at AS "startedAt", d.turns, d.rule_id AS "ruleId", d.due_on::text AS before,
       d.consultation_id AS "consultationId", c.number, ${MUNICIPALITY_LABEL} AS municipality, mi.name AS ministry
     FROM deadlines d JOIN consultations c ON c.id = d.consultation_id JOIN municipalities m ON m.code = c.municipality_code
     LEFT JOIN inquiries i ON i.id = d.inquiry_id LEFT JOIN ministries mi ON mi.id = i.ministry_id
     WHERE d.ended_at IS NULL ORDER BY d.due_on, d.id`,
  );
  const moved: MovedDeadline[] = [];
  const changed: Changed[] = [];
  for (const { id, startedAt, turns, ruleId, ...told } of open) {
    const rule = almanac.ruleOf(told.kind, tokyoDay(startedAt));
    const course = { startedAt: startedAt.toISOString(), turns };
    const { dueOn, stoppedOn } = explain(course, rule, almanac.holidays(rule.calendar));
    const moves = dueOn !== told.before;
    if (moves) moved.push({ ...told, after: dueOn });
    if (!moves && rule.id === ruleId) continue;
    const turn: Turn = { type: 'recount', at: at.toISOString(), cause, before: told.before };
    changed.push({ id, rule: rule.id, dueOn, stoppedOn, turns: moves ? [turn] : [] });
  }
  return { open: open.length, moved, changed };
}

/** Writes the deadlines, and their dates where lists read them. */
export async function writeAll(tx: EntityManager, { version }: Almanac, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    `WITH changed AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS r (id uuid, rule int, "dueOn" date, "stoppedOn" date, turns jsonb)),
       kept AS (UPDATE deadlines d SET due_on = r."dueOn", rule_id = r.rule, almanac_version = $2, turns = d.turns || r.turns
         FROM changed r WHERE d.id = r.id RETURNING d.clock, d.consultation_id, d.inquiry_id, r."dueOn", r."stoppedOn"),
       asked AS (UPDATE inquiries i SET due_on = k."dueOn", paused_on = k."stoppedOn"
         FROM kept k WHERE k.inquiry_id = i.id),
       cases AS (SELECT consultation_id, max("dueOn") FILTER (WHERE clock = 'state') AS state,
           max("dueOn") FILTER (WHERE clock = 'reply') AS reply, max("stoppedOn") FILTER (WHERE clock = 'reply') AS stopped
         FROM kept WHERE clock <> 'inquiry' GROUP BY consultation_id)
     UPDATE consultations c SET state_due_on = coalesce(k.state, c.state_due_on), reply_due_on = coalesce(k.reply, c.reply_due_on),
       clock_stopped_on = CASE WHEN k.reply IS NULL THEN c.clock_stopped_on ELSE k.stopped END
     FROM cases k WHERE k.consultation_id = c.id`,
    [JSON.stringify(changed), version],
  );
}
