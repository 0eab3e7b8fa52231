import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import type { Dashboard } from '../contract/dashboards.js';
import { ConsultationState, STATE_LABEL } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { hrefTo } from '../platform/href.js';
import { readTally } from '../tallies/tallies.js';
import { NONE } from './case-tally.js';
import { percentile, type Weighted } from './weighted.js';

/** Whose figures, and of which 年度. */
export interface Of {
  actor: Actor;
  year: number | undefined;
}

const cases = (conditions: Record<string, string | number | undefined>) => hrefTo('/consultations', conditions);

/** By state, and how long the open ones have been in it. */
export async function states(db: EntityManager, { year }: Of, calendar: Calendar): Promise<Dashboard['states']> {
  const found = await readTally(db, 'state', year);
  return ConsultationState.options.flatMap((state) => {
    const those = found.filter(({ key }) => key === state);
    if (those.length === 0) return [];
    const open = those.filter(({ also }) => also !== '');
    const days = open.map(({ also, n }): Weighted => [calendar.workdaysBetween(also, calendar.today()), n]);
    return {
      state,
      label: STATE_LABEL[state],
      count: those.reduce((sum, { n }) => sum + n, 0),
      href: cases({ state, year }),
      medianDays: percentile(days, 50),
      longestDays: percentile(days, 100),
    };
  });
}

/** By ministry asked and state. */
export async function ministries(db: EntityManager, { year }: Of): Promise<Dashboard['ministries']> {
  const found = await readTally(db, 'ministry', year);
  const named = await names(db, 'SELECT id AS key, name AS label FROM ministries ORDER BY sort, id', '照会先なし');
  return named.flatMap(({ key: ministry, label }) => {
    const those = found.filter(({ key }) => key === ministry);
    if (those.length === 0) return [];
    return {
      ministry,
      label,
      cells: those.map(({ also, n }) => {
        const state = ConsultationState.parse(also);
        return { state, count: n, href: cases({ state, ministry, year }) };
      }),
    };
  });
}

/** By the month in which they were submitted; months without any stand in between. */
export async function received(db: EntityManager, { year }: Of): Promise<Dashboard['received']> {
  const found = await readTally(db, 'received', year);
  return monthsFrom(found[0]?.key, found.at(-1)?.key).map((month) => ({
    month,
    count: found.find(({ key }) => key === month)?.n ?? 0,
    href: cases({ month, year }),
  }));
}

/** By field and prefecture. */
export async function fields(db: EntityManager, { year }: Of): Promise<Pick<Dashboard, 'fields' | 'prefectures'>> {
  const found = await readTally(db, 'field', year);
  const of = 'SELECT code AS key, name AS label FROM policy_fields ORDER BY sort, code';
  const prefectures: { prefecture: string; label: string }[] = await db.query(
    `SELECT code AS prefecture, name AS label FROM municipalities WHERE kind = 'prefecture' ORDER BY code`,
  );
  const code = (also: string) => prefectures.find(({ prefecture }) => prefecture.startsWith(also))?.prefecture ?? also;
  return {
    prefectures: prefectures.filter(({ prefecture }) => found.some(({ also }) => prefecture.startsWith(also))),
    fields: (await names(db, of, '分野の設定なし')).flatMap(({ key: field, label }) => {
      const those = found.filter(({ key }) => key === field);
      if (those.length === 0) return [];
      return {
        field,
        label,
        cells: those.map(({ also, n }) => {
          const prefecture = code(also);
          return { prefecture, count: n, href: cases({ field, prefecture, year }) };
        }),
      };
    }),
  };
}

/** In their order; what belongs to none comes last. */
const names = async (db: EntityManager, sql: string, none: string): Promise<{ key: string; label: string }[]> => [
  ...(await db.query(sql)),
  { key: NONE, label: none },
];

function monthsFrom(first: string | undefined, last: string | undefined): string[] {
  const months: string[] = [];
  for (let month = first; month && last && month <= last; ) {
    months.push(month);
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}
