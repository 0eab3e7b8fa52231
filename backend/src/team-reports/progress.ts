import {
  Achievement,
  type AchievementCounts,
  type Actual,
  KPI_FORMULA,
  type KpiContent,
  type Progress,
  shownAmount,
} from '../contract/team-kpis.js';
import { amountOf, percentOf, units } from './amount.js';

interface Share {
  above: bigint;
  below: bigint;
  words: string;
}

/** How far a KPI is by the figures at hand. 集計中 has no rate: neither an older figure nor nothing stands in for it. */
export function progressOf(kpi: KpiContent): Progress {
  const formula = KPI_FORMULA[kpi.kind];
  const none = { percent: null, reckoned: null, formula };
  const actuals = [...kpi.actuals].sort((one, other) => one.year - other.year);
  const newest = actuals.at(-1);
  const counted = kpi.kind === 'cumulative' ? actuals : actuals.slice(-1);
  const pending = counted.findLast(({ value }) => value === null);
  if (!newest || pending) {
    return {
      ...none,
      actual: null,
      actualYear: pending?.year ?? null,
      expectedIn: pending?.expectedIn ?? null,
      achievement: pending ? 'pending' : kpi.kind === 'undecided' ? 'undecided' : 'unmeasured',
    };
  }
  const actual = kpi.kind === 'cumulative' ? sumOf(counted) : (newest.value ?? '');
  const seen = { actual, actualYear: newest.year, expectedIn: null };
  const share = shareOf(kpi, actual);
  if (!share) return { ...none, ...seen, achievement: byDirection(kpi, actual) };
  const percent = percentOf(share.above, share.below);
  return {
    ...{ ...seen, percent, formula },
    reckoned: `${share.words}×100＝${percent}％`,
    achievement: classOf(share),
  };
}

const sumOf = (actuals: readonly Actual[]): string =>
  amountOf(actuals.reduce((sum, { value }) => sum + units(value ?? '0'), 0n));

/** What is divided by what; nothing where only a direction was set, or no target. */
function shareOf({ kind, baseline, target }: KpiContent, actual: string): Share | null {
  const [from, at] = [units(baseline ?? '0'), units(actual)];
  const [b, a, t] = [baseline ?? '0', actual, target ?? '0'].map(shownAmount);
  switch (kind) {
    case 'higher':
    case 'cumulative':
      return { above: at, below: units(target ?? '0'), words: `${a}÷${t}` };
    case 'lower':
      return { above: from - at, below: from - units(target ?? '0'), words: `（${b}－${a}）÷（${b}－${t}）` };
    case 'zero':
      return { above: from - at, below: from, words: `（${b}－${a}）÷${b}` };
    default:
      return null;
  }
}

/** By the exact share, not by the rounded rate: 99.96 % prints as 100.0 and is not achieved. */
function classOf({ above, below }: Share): Achievement {
  if (above >= below) return 'achieved';
  return above * 100n >= below * 80n ? 'near' : 'behind';
}

function byDirection({ kind, baseline }: KpiContent, actual: string): Achievement {
  if (kind === 'undecided') return 'undecided';
  const moved = units(actual) - units(baseline ?? '0');
  return (kind === 'increase' ? moved > 0n : moved < 0n) ? 'achieved' : 'missed';
}

/** How many KPI are in each 達成区分. 再掲 are told apart and counted nowhere. */
export function countsOf(kpis: readonly { repeated: boolean; progress: Progress }[]): AchievementCounts {
  const own = kpis.filter(({ repeated }) => !repeated);
  const count = (wanted: Achievement) => own.filter(({ progress }) => progress.achievement === wanted).length;
  return {
    total: own.length,
    repeated: kpis.length - own.length,
    of: Object.fromEntries(Achievement.options.map((one) => [one, count(one)])) as Record<Achievement, number>,
  };
}
