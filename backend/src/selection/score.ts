import type { Criterion } from '../contract/rounds.js';
import type { Scores } from '../contract/selection.js';

/** Out of 100: the points of each criterion as a share of its most, counted with its weight. */
export function totalOf(criteria: readonly Criterion[], scores: Scores): number {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const sum = criteria.reduce((so, { key, most, weight }) => so + (weight * (scores[key] ?? 0)) / most, 0);
  return round((100 * sum) / weights);
}

export interface Figures {
  mean: number;
  spread: number;
}

export function figuresOf(totals: readonly number[]): Figures {
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return { mean: round(mean), spread: round(Math.max(...totals) - Math.min(...totals)) };
}

/** Equal means share a rank: 1, 2, 2, 4. */
export function ranksOf(means: readonly (number | null)[]): { rank: number | null; tied: boolean }[] {
  return means.map((mean) => {
    if (mean === null) return { rank: null, tied: false };
    const rank = 1 + means.filter((other) => other !== null && other > mean).length;
    return { rank, tied: means.filter((other) => other === mean).length > 1 };
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
