import type { ChosenFilter } from '../contract/suggestions.js';
import type { Bind } from '../platform/sql/bind.js';
import { tokyo } from '../platform/sql/tokyo.js';

/** The Tokyo month in which a choice `s` was made. */
export const MONTH = `to_char(${tokyo('s.chosen_at')}, 'YYYY-MM')`;

/** Conditions on `suggestion_choices s`: what stands, was made in the 年度, and is as the filter says. */
export function chosenIn(
  { year, kind, verdict, ministry, month }: Omit<ChosenFilter, 'page' | 'size' | 'year'> & { year: number },
  bind: Bind,
): string {
  const start = (of: number) => `(${bind(`${of}-04-01`)}::timestamp AT TIME ZONE 'Asia/Tokyo')`;
  return [
    's.undone_at IS NULL',
    `s.chosen_at >= ${start(year)} AND s.chosen_at < ${start(year + 1)}`,
    ...(kind ? [`s.kind = ${bind(kind)}`] : []),
    ...(verdict ? [`s.verdict = ${bind(verdict)}`] : []),
    ...(ministry ? [`s.ministry_id = ${bind(ministry)}`] : []),
    ...(month ? [`${MONTH} = ${bind(month)}`] : []),
  ].join(' AND ');
}
