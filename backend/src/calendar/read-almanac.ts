import type { DataSource, EntityManager } from 'typeorm';
import type { DeadlineRule } from '../contract/deadlines.js';
import { Almanac, type ClosedDay } from './almanac.js';

/** The law names so many holidays: a year with fewer is not published, or was mistyped. So since 2016. */
const WHOLE_YEAR = 16;
const SINCE = 2016;

/** Reads it all; in the transaction of a change, with the change. */
export async function readAlmanac(db: DataSource | EntityManager): Promise<Almanac> {
  const closedDays: ClosedDay[] = await db.query(
    'SELECT version, calendar, day::text AS day, name, closed FROM closed_days ORDER BY version',
  );
  const rules: DeadlineRule[] = await db.query(
    `SELECT id, kind, valid_from::text AS "validFrom", calendar, workdays, to_char(cut_off, 'HH24:MI') AS "cutOff",
       reminders, escalation, pauses FROM deadline_rules ORDER BY id`,
  );
  const [{ horizon }]: [{ horizon: string }] = await db.query(
    `SELECT make_date(min(y) - 1, 12, 31)::text AS horizon FROM generate_series(${SINCE}, 2200) y
     WHERE NOT EXISTS (
       SELECT 1 FROM holidays WHERE calendar = 'national' AND NOT cancelled AND extract(year FROM day) = y
       HAVING count(*) >= ${WHOLE_YEAR} AND bool_and(NOT provisional))`,
  );
  const version = Math.max(closedDays.at(-1)?.version ?? 0, rules.at(-1)?.id ?? 0);
  return new Almanac(version, closedDays, rules, horizon);
}
