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
 * derived from it, and what lies between a group and one inside it from the two: while such a rest is small itself, one
 * more group is hidden.
 */
export function breakDown(cells: readonly Cell[]): Group[] {
  const groups = add(cells);
  const shown = new Set([...groups].filter(([, { n }]) => n >= SMALLEST_SHOWN).map(([key]) => key));
  for (let more = givingAway(cells, groups, shown); more !== undefined; more = givingAway(cells, groups, shown))
    shown.delete(more);
  return [...groups].map(([key, { n, sum }]) =>
    shown.has(key) ? { key, hidden: false, n, mean: meanHalfUp(sum, n) } : { key, hidden: true, n: null, mean: null },
  );
}

type Sizes = ReadonlyMap<string, { n: number }>;
const isSmall = (n: number): boolean => n > 0 && n < SMALLEST_SHOWN;

/** The shown group that must go: the smallest where the rest is small, the inner one of two that lie too close. */
function givingAway(cells: readonly Cell[], groups: Sizes, shown: ReadonlySet<string>): string | undefined {
  const size = (key: string) => groups.get(key)?.n ?? 0;
  const bySize = [...shown].sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  const [smallest] = bySize;
  const without = (key?: string) => (cell: Cell) =>
    !groupOrNone(cell.keys).some((one) => (key === undefined ? shown.has(one) : one === key));
  const sum = (some: readonly Cell[]) => some.reduce((all, { n }) => all + n, 0);
  if (smallest !== undefined && isSmall(sum(cells.filter(without())))) return smallest;
  return bySize.find((inner) => {
    const inside = cells.filter((cell) => groupOrNone(cell.keys).includes(inner));
    return bySize.some((outer) => isSmall(size(outer) - size(inner)) && !inside.some(without(outer)));
  });
}
