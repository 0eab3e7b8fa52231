import type { Instance } from './instance.js';
import { moveCost } from './moves.js';
import type { Aim } from './proposal.js';
import type { Column, TeamSearch } from './team-search.js';

/** Prices with the bound that they prove: no proposal counts more. */
export interface Prices {
  price: Float64Array;
  bound: number;
}

const IDLE_ROUNDS = 8;
const LASTING = 0.7;
/** Small, since the prices were learned before. */
const FIRST_PACE = 0.04;

/** A price for each unit and, in a repair, for a move. */
export const noPrices = ({ units, moves }: Instance) => new Float64Array(units.length + (moves ? 1 : 0));

/** How often each unit may be chosen and, in a repair, how many moves there may be. */
export const capacityOf = ({ units, moves }: Instance, price: Float64Array): Float64Array =>
  price.map((_, at) => (at < units.length ? 1 : (moves?.capacity ?? 0)));

/**
 * Lagrange prices: who is wanted by several towns becomes dearer, who is wanted by none cheaper. At any prices the best
 * teams and the prices of all units together prove a bound. Yields after each round with the teams found.
 */
export function* priceRounds(
  instance: Instance,
  search: TeamSearch,
  aim: Aim,
  target: () => number,
  learned: Float64Array,
): Generator<Prices & { columns: Column[]; pace: number }> {
  const price = learned.slice();
  const capacity = capacityOf(instance, price);
  let best: Prices = { price: price.slice(), bound: Number.POSITIVE_INFINITY };
  const direction = new Float64Array(price.length);
  let [pace, idle] = [FIRST_PACE, 0];
  for (;;) {
    const columns = bestColumns(instance, search, price, aim);
    if (!columns) return;
    const demand = demandOf(instance, columns);
    const bound = columns.reduce((sum, { net }) => sum + net, dot(price, capacity));
    const gain = best.bound - bound;
    if (gain > 0) best = { price: price.slice(), bound };
    idle = gain > 1e-4 * Math.abs(bound) ? 0 : idle + (gain > 0 ? 0.5 : 1);
    if (idle >= IDLE_ROUNDS) {
      [pace, idle] = [pace / 2, 0];
      price.set(best.price);
    }
    yield { ...best, columns, pace };
    for (let at = 0; at < price.length; at++) {
      const over = (demand[at] as number) - (capacity[at] as number);
      const free = over < 0 && price[at] === 0;
      direction[at] = free ? 0 : LASTING * over + (1 - LASTING) * (direction[at] as number);
    }
    const length = dot(direction, direction);
    if (length === 0) return;
    const step = (pace * Math.abs(bound) * Math.min(0.2, Math.max(1e-3, 1 - target() / bound))) / length;
    for (let at = 0; at < price.length; at++)
      price[at] = Math.max(0, (price[at] as number) + step * (direction[at] as number));
  }
}

/** The best team of each town, undefined if one has none. */
function bestColumns({ towns }: Instance, search: TeamSearch, price: Float64Array, aim: Aim): Column[] | undefined {
  const columns: Column[] = [];
  for (const town of towns.keys()) {
    const [column] = search.best(town, price, aim);
    if (!column) return undefined;
    columns.push(column);
  }
  return columns;
}

/** How many towns want each unit and, in a repair, how many moves that would be. */
export function demandOf(instance: Instance, columns: Column[]): Float64Array {
  const demand = noPrices(instance);
  for (const { town, units } of columns)
    for (const unit of units) {
      demand[unit] = (demand[unit] as number) + 1;
      if (instance.moves)
        demand[instance.units.length] = (demand.at(-1) as number) + moveCost(instance.moves, town, unit);
    }
  return demand;
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
