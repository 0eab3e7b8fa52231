import { formatFiscalYear } from './calendar.js';
import {
  ACHIEVEMENT_LABEL,
  Achievement,
  type AchievementCounts,
  KPI_KIND_LABEL,
  type KpiContent,
  shownAmount,
  shownMonth,
  type TeamKpi,
} from './team-kpis.js';

const ofYear = (amount: string | null, unit: string, year: number | null): string =>
  amount === null ? '－' : `${shownAmount(amount)}${unit}${year ? `（${formatFiscalYear(year)}）` : ''}`;

export const baselineWords = ({ baseline, unit, baselineYear }: KpiContent): string =>
  ofYear(baseline, unit, baselineYear);

export function actualWords({ unit, kind, progress: { actual, actualYear, expectedIn } }: TeamKpi): string {
  if (expectedIn) return `集計中（${shownMonth(expectedIn)}に公表予定）`;
  return ofYear(actual, unit, actualYear) + (kind === 'cumulative' && actual !== null ? 'までの合計' : '');
}

/** What is aimed at, also where it is no number. */
export function targetWords({ kind, unit, target, targetYear }: KpiContent): string {
  if (kind === 'zero') return ofYear('0', unit, targetYear);
  return target === null ? KPI_KIND_LABEL[kind] : ofYear(target, unit, targetYear);
}

export const percentWords = ({ progress: { percent } }: TeamKpi): string => (percent === null ? '－' : `${percent}％`);

/** The formula, and with the figures in it where there is a rate. */
export const formulaWords = ({ progress: { formula, reckoned } }: TeamKpi): string =>
  reckoned ? `${formula}\n${reckoned}` : formula;

/** 達成区分 as numbers, those that occur. */
export const countWords = ({ of, total, repeated }: AchievementCounts): string[] => [
  `指標の数：${total}（ほかに再掲${repeated}）`,
  ...Achievement.options.filter((one) => of[one] > 0).map((one) => `${ACHIEVEMENT_LABEL[one]}：${of[one]}`),
];
