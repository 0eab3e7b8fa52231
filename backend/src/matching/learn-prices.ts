import type { Instance } from './instance.js';
import { capacityOf, demandOf, noPrices } from './prices.js';
import type { Aim } from './proposal.js';
import type { Column, TeamSearch } from './team-search.js';
import type { Work } from './work.js';

/** Learning: so many rounds at most and at least, and so much of the work that is left. */
const LEARNING = { most: 40, least: 4, share: 0.35 };
/** After each of so many parts of the towns the prices move; by this share of the points of a team, at first and at last. */
const PARTS = 50;
const PACES = { first: 0.03, last: 0.0004 };

/**
 * Learns prices fast: the towns choose in turn, and after each part of them who was chosen becomes dearer and everybody
 * else a little cheaper, by less from round to round. What comes out, the mean of the last round, proves nothing by itself.
 */
export function learnPrices(instance: Instance, search: TeamSearch, aim: Aim, work: Work): Float64Array {
  const { towns } = instance;
  const price = noPrices(instance);
  const capacity = capacityOf(instance, price);
  const known: (Column | undefined)[] = towns.map(() => undefined);
  const size = Math.max(1, Math.round(towns.length / PARTS));
  let [mean, rounds, scale] = [price, LEARNING.most, 0];
  const before = work.spent;
  for (let round = 0; round < rounds && !work.over; round++) {
    const pace = PACES.first * (PACES.last / PACES.first) ** (round / Math.max(1, rounds - 1));
    const order = inTurn(towns.length, round);
    mean = noPrices(instance);
    for (let start = 0; start < order.length; start += size) {
      const part = order.slice(start, start + size);
      for (const town of part) known[town] = bestSince(search, instance, town, price, aim, known[town]);
      const chosen = part.flatMap((town) => known[town] ?? []);
      scale = Math.max(scale, ...chosen.map(({ points }) => points));
      const demand = demandOf(instance, chosen);
      const share = part.length / towns.length;
      for (let at = 0; at < price.length; at++) {
        const over = (demand[at] as number) - share * (capacity[at] as number);
        price[at] = Math.max(0, (price[at] as number) + scale * pace * over);
        mean[at] = (mean[at] as number) + (price[at] as number) * share;
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
  instance: Instance,
  town: number,
  price: Float64Array,
  aim: Aim,
  before: Column | undefined,
): Column | undefined {
  if (!before || instance.moves) return search.best(town, price, aim)[0];
  const cost = before.units.reduce((sum, unit) => sum + (price[unit] as number), 0);
  const net = Math.min(before.points, aim.cap) - cost;
  return search.best(town, price, { ...aim, above: net })[0] ?? { ...before, net };
}
