import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import { readable } from '../consultations/policy.js';
import type { Dashboard } from '../contract/dashboards.js';
import { ConsultationState, OPEN_STATES, STATE_LABEL } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { hrefTo } from '../platform/href.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { tokyo } from '../platform/sql/tokyo.js';
import { percentile, type Weighted } from './weighted.js';

/** Whose figures, and of which 年度. */
export interface Of {
  actor: Actor;
  year: number | undefined;
}

/** The group of what belongs to none, in lists and figures alike. */
const NONE = 'none';

/** The cases that the figures count, as a condition on `consultations c`. */
export const counted = ({ actor, year }: Of, bind: Bind): string =>
  [readable(actor, bind), ...(year ? [`c.fiscal_year = ${bind(year)}`] : [])].join(' AND ');

const cases = (conditions: Record<string, string | number | undefined>) => hrefTo('/consultations', conditions);

async function rows<Row>(db: EntityManager, of: Of, sql: (where: string) => string): Promise<Row[]> {
  const { bind, values } = binder();
  return db.query(sql(counted(of, bind)), values);
}

/** By state, and how long the open ones have been in it. */
export async function states(db: EntityManager, of: Of, calendar: Calendar): Promise<Dashboard['states']> {
  const found = await rows<{ state: ConsultationState; since: string; count: number }>(
    db,
    of,
    (where) => `SELECT state, since::text, count
                FROM (SELECT c.state, ${tokyo('c.state_since')}::date AS since, count(*)::int AS count
                      FROM consultations c WHERE ${where} GROUP BY 1, 2) n`,
  );
  return ConsultationState.options.flatMap((state) => {
    const those = found.filter((row) => row.state === state);
    if (those.length === 0) return [];
    const open = OPEN_STATES.includes(state) ? those : [];
    const days = open.map(({ since, count }): Weighted => [calendar.workdaysBetween(since, calendar.today()), count]);
    return {
      state,
      label: STATE_LABEL[state],
      count: those.reduce((sum, { count }) => sum + count, 0),
      href: cases({ state, year: of.year }),
      medianDays: percentile(days, 50),
      longestDays: percentile(days, 100),
    };
  });
}

/** By ministry asked and state. */
export async function ministries(db: EntityManager, of: Of): Promise<Dashboard['ministries']> {
  const found = await rows<{ ministry: string; label: string; state: ConsultationState; count: number }>(
    db,
    of,
    (
      where,
    ) => `SELECT coalesce(mi.id, '${NONE}') AS ministry, coalesce(mi.name, '照会先なし') AS label, n.state, n.count
                FROM (SELECT k.ministry_id, c.state, count(*)::int AS count
                      FROM consultations c LEFT JOIN ministry_cases k ON k.consultation_id = c.id
                      WHERE ${where} GROUP BY 1, 2) n
                LEFT JOIN ministries mi ON mi.id = n.ministry_id ORDER BY mi.sort NULLS LAST, mi.id`,
  );
  return grouped(found, ({ ministry }) => ministry).map(([{ ministry, label }, those]) => ({
    ministry,
    label,
    cells: those.map(({ state, count }) => ({ state, count, href: cases({ state, ministry, year: of.year }) })),
  }));
}

/** By the month in which they were submitted; months without any stand in between. */
export async function received(db: EntityManager, of: Of): Promise<Dashboard['received']> {
  const found = await rows<{ month: string; count: number }>(
    db,
    of,
    (where) => `SELECT to_char(first, 'YYYY-MM') AS month, count
                FROM (SELECT date_trunc('month', ${tokyo('c.submitted_at')}) AS first, count(*)::int AS count
                      FROM consultations c WHERE ${where} AND c.submitted_at IS NOT NULL GROUP BY 1) n ORDER BY 1`,
  );
  return monthsFrom(found[0]?.month, found.at(-1)?.month).map((month) => ({
    month,
    count: found.find((row) => row.month === month)?.count ?? 0,
    href: cases({ month, year: of.year }),
  }));
}

/** By field and prefecture. */
export async function fields(db: EntityManager, of: Of): Promise<Pick<Dashboard, 'fields' | 'prefectures'>> {
  const found = await rows<{ field: string; label: string; prefecture: string; name: string; count: number }>(
    db,
    of,
    (where) => `SELECT coalesce(f.code, '${NONE}') AS field, coalesce(f.name, '分野の設定なし') AS label,
                       p.code AS prefecture, p.name, n.count
                FROM (SELECT x.field, left(c.municipality_code, 2) AS prefecture, count(*)::int AS count
                      FROM consultations c LEFT JOIN LATERAL unnest(c.field_codes) x (field) ON true
                      WHERE ${where} GROUP BY 1, 2) n
                JOIN municipalities p ON p.kind = 'prefecture' AND left(p.code, 2) = n.prefecture
                LEFT JOIN policy_fields f ON f.code = n.field ORDER BY f.sort NULLS LAST, f.code, p.code`,
  );
  const names = new Map(found.map(({ prefecture, name }) => [prefecture, name]));
  return {
    prefectures: [...names].sort().map(([prefecture, label]) => ({ prefecture, label })),
    fields: grouped(found, ({ field }) => field).map(([{ field, label }, those]) => ({
      field,
      label,
      cells: those.map(({ prefecture, count }) => {
        return { prefecture, count, href: cases({ field, prefecture, year: of.year }) };
      }),
    })),
  };
}

/** Rows with the same key, in their order: the first of them, and all. */
export function grouped<Row>(found: readonly Row[], key: (row: Row) => string): [first: Row, all: Row[]][] {
  const groups = new Map<string, [Row, Row[]]>();
  for (const row of found) {
    const group = groups.get(key(row));
    if (group) group[1].push(row);
    else groups.set(key(row), [row, [row]]);
  }
  return [...groups.values()];
}

function monthsFrom(first: string | undefined, last: string | undefined): string[] {
  const months: string[] = [];
  for (let month = first; month && last && month <= last; ) {
    months.push(month);
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}
