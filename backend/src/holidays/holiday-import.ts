import type { EntityManager } from 'typeorm';
import type { HolidayDifference } from '../contract/calendar.js';
import type { NamedDay } from './holiday-file.js';

/** The file calls 振替休日 and 国民の休日 only this; our table knows which they are. */
const UNNAMED = '休日';
const SOURCE = '内閣府「国民の祝日について」CSV';

interface Stored extends NamedDay {
  provisional: boolean;
  cancelled: boolean;
}

/** How the file differs from the table, in the years it covers. */
async function differenceTo(tx: EntityManager, days: readonly NamedDay[]): Promise<HolidayDifference> {
  const [first = '', last = ''] = [days[0]?.day.slice(0, 4), days.at(-1)?.day.slice(0, 4)];
  const stored: Stored[] = await tx.query(
    `SELECT day::text AS day, name, provisional, cancelled FROM holidays
     WHERE calendar = 'national' AND day BETWEEN $1 AND $2 ORDER BY day`,
    [`${first}-01-01`, `${last}-12-31`],
  );
  const known = new Map(stored.filter(({ cancelled }) => !cancelled).map((one) => [one.day, one]));
  const published = new Set(days.map(({ day }) => day));
  const renames = ({ day, name }: NamedDay) => known.has(day) && name !== UNNAMED && known.get(day)?.name !== name;
  return {
    firstYear: Number(first),
    lastYear: Number(last),
    added: days.filter(({ day }) => !known.has(day)),
    removed: [...known.values()].filter(({ day }) => !published.has(day)).map(({ day, name }) => ({ day, name })),
    renamed: days.filter(renames).map(({ day, name }) => ({ day, name, before: known.get(day)?.name ?? '' })),
    confirmed: days
      .filter(({ day }) => known.get(day)?.provisional)
      .map(({ day }) => ({
        day,
        name: known.get(day)?.name ?? '',
      })),
  };
}

/** Grows with every change of the table: rows are never deleted, and each counts its changes. */
export async function tableVersion(tx: EntityManager): Promise<number> {
  const [{ version }]: [{ version: number }] = await tx.query(
    'SELECT coalesce(sum(version), 0)::int AS version FROM holidays',
  );
  return version;
}

/** Makes the table say what the file says, in the years it covers. */
export async function takeOver(tx: EntityManager, days: readonly NamedDay[]): Promise<HolidayDifference> {
  const difference = await differenceTo(tx, days);
  const { added, removed, renamed, confirmed } = difference;
  const taken = [...added, ...confirmed, ...renamed.map(({ day, name }) => ({ day, name }))];
  const last = new Map(taken.map((one) => [one.day, one]));
  await tx.query(
    `INSERT INTO holidays AS h (calendar, day, name, source, version)
     SELECT 'national', day, name, $2, 2 FROM jsonb_to_recordset($1::jsonb) AS r (day date, name text)
     ON CONFLICT (calendar, day) DO UPDATE SET name = excluded.name, source = excluded.source, provisional = false,
       cancelled = false, version = h.version + 1`,
    [JSON.stringify([...last.values()]), SOURCE],
  );
  await tx.query(
    `UPDATE holidays SET cancelled = true, version = version + 1 WHERE calendar = 'national' AND day = ANY($1::date[])`,
    [removed.map(({ day }) => day)],
  );
  return difference;
}
