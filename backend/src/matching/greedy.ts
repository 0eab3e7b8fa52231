import type { Instance } from './instance.js';
import { Proposal } from './proposal.js';
import type { TeamSearch, Wanted } from './team-search.js';

/** Each town in turn takes its best team of those still free, at the given prices. Undefined if somebody stays without. */
export function greedy(
  instance: Instance,
  search: TeamSearch,
  prices: Float64Array,
  towns: number[],
  wanted: Partial<Wanted> = {},
): Proposal | undefined {
  const left = prices.slice();
  const teams: number[][] = [];
  for (const town of towns) {
    const [best] = search.best(town, left, wanted);
    if (!best) return undefined;
    teams[town] = best.units;
    for (const unit of best.units) left[unit] = Number.POSITIVE_INFINITY;
  }
  return new Proposal(instance, teams);
}

/** Towns with somebody fixed first, then those with the fewest who may come. */
export function hardestFirst({ towns }: Instance): number[] {
  const choice = towns.map(({ maskOf }) => maskOf.reduce((sum, number) => sum + (number === 0xffff ? 0 : 1), 0));
  const fixed = towns.map((town) => town.fixed.length);
  return [...towns.keys()].sort(
    (a, b) => (fixed[b] as number) - (fixed[a] as number) || (choice[a] as number) - (choice[b] as number) || a - b,
  );
}
