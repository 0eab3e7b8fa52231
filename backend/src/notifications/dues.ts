import type { EntityManager } from 'typeorm';
import { tokyo } from '../platform/sql/tokyo.js';
import { type DueKind, REMIND_FOR } from './remind-for.js';

/** Something that somebody has to do by a day and has not done yet. */
export interface Due {
  kind: DueKind;
  consultation_id: string;
  subject_id: string;
  due_on: string;
  /** The day since which it is owed: what would have been said before that is not said. */
  since: string;
}

const STATES = Object.keys(REMIND_FOR).filter((kind) => !['reply', 'inquiry', 'action'].includes(kind));
const BEFORE_REPLY = ['submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving'];
const day = (instant: string) => `${tokyo(instant)}::date`;
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Everything that is owed now. A stopped clock owes nothing. */
const DUES = `
  SELECT state AS kind, id AS consultation_id, id AS subject_id, state_due_on AS due_on, ${day('state_since')} AS since
  FROM consultations WHERE state IN (${quoted(STATES)}) AND state_due_on IS NOT NULL
  UNION ALL
  SELECT 'reply', id, id, reply_due_on, ${day('submitted_at')}
  FROM consultations WHERE state IN (${quoted(BEFORE_REPLY)}) AND clock_stopped_on IS NULL AND reply_due_on IS NOT NULL
  UNION ALL
  SELECT 'inquiry', consultation_id, id, due_on, ${day('asked_at')}
  FROM inquiries WHERE state IN ('asked', 'acknowledged')
  UNION ALL
  SELECT 'action', consultation_id, id, due_on, ${day('created_at')}
  FROM action_items WHERE done_at IS NULL`;

const COLUMNS = 'kind, consultation_id, subject_id, due_on::text AS due_on, since::text AS since';

/** What is due until this day, or overdue. */
export const duesUntil = (db: EntityManager, until: string): Promise<Due[]> =>
  db.query(`SELECT ${COLUMNS} FROM (${DUES}) d WHERE due_on <= $1 ORDER BY due_on, kind, subject_id`, [until]);

/** Whether it is still owed, and by that day. */
export async function stillDue(db: EntityManager, due: Pick<Due, 'kind' | 'subject_id' | 'due_on'>): Promise<boolean> {
  const rows: unknown[] = await db.query(
    `SELECT 1 FROM (${DUES}) d WHERE kind = $1 AND subject_id = $2 AND due_on = $3`,
    [due.kind, due.subject_id, due.due_on],
  );
  return rows.length > 0;
}
