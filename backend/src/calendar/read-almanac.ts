import type { DataSource, EntityManager } from 'typeorm';
import type { DeadlineRule } from '../contract/deadlines.js';
import { Almanac, type ClosedDay } from './almanac.js';

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
    `SELECT make_date(coalesce(min(y) FILTER (WHERE provisional) - 1, max(y), 1970), 12, 31)::text AS horizon
     FROM (SELECT extract(year FROM day)::int AS y, provisional FROM holidays
           WHERE calendar = 'national' AND NOT cancelled) known`,
  );
  const version = Math.max(closedDays.at(-1)?.version ?? 0, rules.at(-1)?.id ?? 0);
  return new Almanac(version, closedDays, rules, horizon);
}
