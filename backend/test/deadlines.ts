import type { DataSource } from 'typeorm';

const SET = (day: string, at: string) =>
  `jsonb_build_object('type', 'set', 'cause', 'earlier', 'dueOn', ${day}, 'at', to_json(${at}))`;
const PAUSE = (day: string) =>
  `CASE WHEN ${day} IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('type', 'pause',
     'at', to_json((${day} + time '12:00') AT TIME ZONE 'Asia/Tokyo'))) END`;
const RULE = (kind: string) => `(SELECT max(id) FROM deadline_rules WHERE kind = '${kind}'), almanac_version()`;

/** A case put straight into the tables gets the histories of its dates: somebody named them. */
export async function keepDeadlines(db: DataSource, consultationId: string): Promise<void> {
  await db.query(
    `INSERT INTO deadlines (clock, consultation_id, kind, started_at, turns, rule_id, almanac_version, due_on, ended_at)
     SELECT 'reply', c.id, 'reply', c.submitted_at,
       jsonb_build_array(${SET('c.reply_due_on', 'c.submitted_at')}) || ${PAUSE('c.clock_stopped_on')}, ${RULE('reply')},
       c.reply_due_on, c.replied_at
     FROM consultations c WHERE c.id = $1 AND c.submitted_at IS NOT NULL AND c.reply_due_on IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM deadlines d WHERE d.consultation_id = c.id AND d.clock = 'reply')`,
    [consultationId],
  );
  await db.query(
    `INSERT INTO deadlines (clock, consultation_id, inquiry_id, kind, started_at, turns, rule_id, almanac_version, due_on, ended_at)
     SELECT 'inquiry', i.consultation_id, i.id, 'inquiry', i.asked_at,
       jsonb_build_array(${SET('i.due_on', 'i.asked_at')}) || ${PAUSE('i.paused_on')}, ${RULE('inquiry')},
       i.due_on, coalesce(i.answered_at, i.cancelled_at)
     FROM inquiries i WHERE i.consultation_id = $1
       AND NOT EXISTS (SELECT 1 FROM deadlines d WHERE d.inquiry_id = i.id)`,
    [consultationId],
  );
}
