import type { EntityManager } from 'typeorm';
import type { DeadlineKind } from '../contract/deadlines.js';
import { tokyo } from '../platform/sql/tokyo.js';

/** Something that somebody has to do by a day and has not done yet (view `dues`). A stopped clock owes nothing. */
export interface Due {
  kind: DeadlineKind;
  consultation_id: string;
  subject_id: string;
  due_on: string;
  rule_id: number;
  /** The day since which it is owed: what would have been said before that is not said. */
  since: string;
}

/** What is due until this day, or overdue. */
export const duesUntil = (db: EntityManager, until: string): Promise<Due[]> =>
  db.query(
    `SELECT kind, consultation_id, subject_id, due_on::text AS due_on, rule_id, (${tokyo('since')}::date)::text AS since
     FROM dues WHERE due_on <= $1 AND NOT paused ORDER BY due_on, kind, subject_id`,
    [until],
  );

/** What is still owed, and by that day; undefined when it is not. */
export async function stillDue(
  db: EntityManager,
  { kind, subject_id, due_on }: Pick<Due, 'kind' | 'subject_id' | 'due_on'>,
): Promise<Pick<Due, 'rule_id'> | undefined> {
  const [due]: Pick<Due, 'rule_id'>[] = await db.query(
    'SELECT rule_id FROM dues WHERE kind = $1 AND subject_id = $2 AND due_on = $3 AND NOT paused',
    [kind, subject_id, due_on],
  );
  return due;
}
