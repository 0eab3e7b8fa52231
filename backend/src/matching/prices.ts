import { type Instance, moveCost } from './instance.js';
import type { Aim } from './proposal.js';
import type { Column, TeamSearch } from './team-search.js';
import type { Work } from './work.js';

/** Prices with the bound that they prove: no proposal counts more. */
export interface Prices {
  price: Float64Array;
  bound: number;
}

const IDLE_ROUNDS = 8;
const LASTING = 0.7;
/** Small, since the prices were learned before. */
const FIRST_PACE = 0.3;

/** A price for each unit and, in a repair, for a move. */
export const noPrices = ({ units, moves }: Instance) => new Float64Array(units.length + (moves ? 1 : 0));

/** Learning: so many rounds at most and at least, and so much of the work that is left. */
const LEARNING = { most: 25, least: 4, share: 0.35 };
/** After each of so many parts of the towns the prices move; by this share of the points of a team, at first and at last. */
const PARTS = 50;
const PACES = { first: 0.03, last: 0.0015 };

/**
 * Learns prices fast: the towns choose in turn, and after each part of them who was chosen becomes dearer and everybody
 * else a little cheaper, by less from round to round. What comes out, the mean of the last round, proves nothing by itself.
 */
export function learnPrices(instance: Instance, search: TeamSearch, aim: Aim, work: Work): Float64Array {
  const { towns } = instance;
  const price = noPrices(instance);
  const capacity = capacityOf(instance, price);
  const known: (Column | undefined)[] = towns.map(() => undefined);
  const part = Math.max(1, Math.round(towns.length / PARTS));
  let [mean, rounds, scale] = [price, LEARNING.most, 0];
  const before = work.spent;
  for (let round = 0; round < rounds && !work.over; round++) {
    const pace = scale * PACES.first * (PACES.last / PACES.first) ** (round / Math.max(1, rounds - 1));
    const order = inTurn(towns.length, round);
    mean = noPrices(instance);
    for (let start = 0; start < order.length; start += part) {
      const chosen = order.slice(start, start + part).flatMap((town) => {
        known[town] = bestSince(search, town, price, aim, known[town], instance);
        return known[town] ?? [];
      });
      scale = Math.max(scale, ...chosen.map(({ points }) => points));
      const demand = demandOf(instance, chosen);
      const share = chosen.length / towns.length;
      for (let at = 0; at < price.length; at++) {
        const over = (demand[at] as number) - share * (capacity[at] as number);
        price[at] = Math.max(0, (price[at] as number) + (pace || scale * PACES.first) * over);
        mean[at] = (mean[at] as number) + (price[at] as number) * (chosen.length / towns.length);
      }
    }
    if (round === 0) rounds = roundsFor(work, work.spent - before);
  }
  return mean;
}

const roundsFor = (work: Work, cost: number): number =>
  Math.round(Math.min(LEARNING.most, Math.max(LEARNING.least, (LEARNING.share * work.left) / cost)));

/** All towns, far ones after each other, in another order in each round. */
function inTurn(towns: number, round: number): number[] {
  let stride = Math.max(1, Math.round(towns * (0.618 - 0.01 * (round % 10))));
  while (commonDivisor(stride, towns) > 1) stride++;
  return Array.from({ length: towns }, (_, at) => (at * stride + round) % towns);
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** The best team of a town at new prices; what was the best before tells where to begin. */
function bestSince(
  search: TeamSearch,
  town: number,
  price: Float64Array,
  aim: Aim,
  before: Column | undefined,
  instance: Instance,
): Column | undefined {
  if (!before || instance.moves) return search.best(town, price, aim)[0];
  const cost = before.units.reduce((sum, unit) => sum + (price[unit] as number), 0);
  const net = Math.min(before.points, aim.cap) - cost;
  return search.best(town, price, { ...aim, above: net })[0] ?? { ...before, net };
}

const capacityOf = ({ units, moves }: Instance, price: Float64Array): Float64Array =>
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
): Generator<Prices & { columns: Column[] }> {
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
    yield { ...best, columns };
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
function demandOf(instance: Instance, columns: Column[]): Float64Array {
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
