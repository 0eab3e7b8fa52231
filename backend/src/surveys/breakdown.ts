import { meanHalfUp } from './figures.js';
import { groupOrNone } from './satisfaction.scope.js';

/** Answers that belong to the same groups: how many, and the sum of their points. */
export interface Cell {
  keys: string[];
  n: number;
  sum: number;
}

export interface Group {
  key: string;
  hidden: boolean;
  n: number | null;
  mean: number | null;
}

/** Groups below this size are not shown (domain.md §5). */
export const SMALLEST_SHOWN = 5;

/** n and sum by group. What belongs to no group stands under `none`. */
function add(cells: readonly Cell[]): Map<string, { n: number; sum: number }> {
  const groups = new Map<string, { n: number; sum: number }>();
  for (const { keys, n, sum } of cells) {
    for (const key of groupOrNone(keys)) {
      const group = groups.get(key) ?? { n: 0, sum: 0 };
      groups.set(key, { n: group.n + n, sum: group.sum + sum });
    }
  }
  return groups;
}

/**
 * The groups with their mean; the small ones hidden. As the total is known, what lies outside the shown groups could be
 * derived from it: while that rest is small itself, the smallest shown group is hidden as well.
 */
export function breakDown(cells: readonly Cell[]): Group[] {
  const groups = add(cells);
  const shown = new Set([...groups].filter(([, { n }]) => n >= SMALLEST_SHOWN).map(([key]) => key));
  const rest = () =>
    cells.filter(({ keys }) => !groupOrNone(keys).some((key) => shown.has(key))).reduce((sum, { n }) => sum + n, 0);
  while (shown.size > 0 && rest() > 0 && rest() < SMALLEST_SHOWN) {
    const [smallest] = [...shown].sort((a, b) => (groups.get(a)?.n ?? 0) - (groups.get(b)?.n ?? 0) || (a < b ? -1 : 1));
    shown.delete(smallest ?? '');
  }
  return [...groups].map(([key, { n, sum }]) =>
    shown.has(key) ? { key, hidden: false, n, mean: meanHalfUp(sum, n) } : { key, hidden: true, n: null, mean: null },
  );
}
