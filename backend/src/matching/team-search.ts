import { Candidates } from './candidates.js';
import type { Instance } from './instance.js';
import { type Moves, moveCost } from './moves.js';
import { BARRED, type Town } from './towns.js';
import type { Work } from './work.js';
import { GROWN, JUNIOR, SENIOR } from './worth.js';

const MIX = SENIOR | JUNIOR;

type Ints = Int32Array;
type Floats = Float64Array;

/** A team for a town: its points, and what is left of them after the prices of its units. */
export interface Column {
  town: number;
  units: number[];
  points: number;
  net: number;
}

export interface Wanted {
  /** Only teams with a higher net. */
  above: number;
  /** At most so many, the best. */
  keep: number;
  /** Only teams with at least so many points; points above the cap do not count. */
  floor: number;
  cap: number;
  /** Every single team, not only one of several that are alike. */
  every: boolean;
}

export const ANY: Wanted = {
  above: Number.NEGATIVE_INFINITY,
  keep: 1,
  floor: 0,
  cap: Number.POSITIVE_INFINITY,
  every: false,
};

/** Finds the best teams of a town at given prices: depth first, cut off where even the best rest cannot reach further. */
export class TeamSearch {
  private readonly candidates: Candidates;
  /** At each level the candidates that are open there, with what each would add, the most first. */
  private readonly order: Ints[];
  private readonly gains: Floats[];
  private readonly counts: Ints;
  private readonly fresh: Floats;
  /** The highest wish less price among the candidates. */
  private dearest = 0;
  /** What all candidates together would bring. */
  private whole = 0;
  private readonly chosen: number[] = [];
  private readonly largest: number;
  private town!: Town;
  private townNumber = 0;
  private wanted: Wanted = ANY;
  private found: Column[] = [];
  private above = 0;

  constructor(
    private readonly instance: Instance,
    private readonly work: Work,
  ) {
    this.candidates = new Candidates(instance);
    const levels = Array.from({ length: instance.size.maximum + 1 });
    this.order = levels.map(() => new Int32Array(instance.units.length).map((_, at) => at));
    this.gains = levels.map(() => new Float64Array(instance.units.length + 1));
    this.counts = new Int32Array(levels.length);
    this.fresh = new Float64Array(instance.units.length);
    this.largest = Math.max(...instance.sizeOf);
  }

  /** The best teams, best first. */
  best(town: number, prices: Float64Array, wanted: Partial<Wanted> = {}): Column[] {
    this.wanted = { ...ANY, ...wanted };
    this.above = this.wanted.above;
    this.town = this.instance.towns[town] as Town;
    this.townNumber = town;
    this.found = [];
    const price = this.pricesAt(town, prices);
    this.candidates.fill(town, price, this.wanted.every);
    this.work.spent += this.instance.units.length;
    let [mask, wish, cost, size] = [0, 0, 0, 0];
    this.chosen.length = 0;
    let all = 0;
    const { count } = this.candidates;
    this.dearest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      all |= this.candidates.mask[at] as number;
      const alone = (this.candidates.wish[at] as number) - (this.candidates.price[at] as number);
      this.dearest = Math.max(alone, this.dearest);
    }
    for (const unit of this.town.fixed) {
      if (this.meets(unit) || this.town.maskOf[unit] === BARRED) return [];
      mask |= this.town.masks[this.town.maskOf[unit] as number] as number;
      wish += this.town.wishes.get(unit) ?? 0;
      cost += price[unit] as number;
      size += this.instance.sizeOf[unit] as number;
      this.chosen.push(unit);
    }
    this.whole = this.town.worth.of(all | mask);
    const { minimum, maximum } = this.instance.size;
    if (size > maximum) return this.found;
    const points = this.town.worth.of(mask) + wish;
    if (size >= minimum) this.offer(mask, points, cost);
    if (size === maximum) return this.found;
    this.counts[0] = count;
    this.open(1, 0, 0, mask, points - cost, maximum - size);
    this.descend(1, mask, wish, cost, size);
    return this.found;
  }

  /** In a repair the last price is that of a move. */
  private pricesAt(town: number, prices: Float64Array): Float64Array {
    const { moves, units } = this.instance;
    if (!moves) return prices;
    const move = prices[units.length] as number;
    return prices.slice(0, units.length).map((price, unit) => price + move * moveCost(moves, town, unit));
  }

  /**
   * Opens the candidates that may still help once some are chosen: with what each would add, the most first. What one adds
   * only shrinks while others are chosen, but for the points of a mix of grades.
   */
  private open(level: number, parent: number, start: number, mask: number, net: number, rest: number): void {
    const { candidates, town } = this;
    const { mask: masks, wish: wishes, price, size: sizes } = candidates;
    const [from, to, gains] = [this.order[parent], this.order[level], this.gains[level]] as [Ints, Ints, Floats];
    const worth = town.worth.of(mask);
    const end = this.counts[parent] as number;
    let most = 0;
    for (let place = start; place < end; place++) {
      const at = from[place] as number;
      const gain = town.worth.of(mask | (masks[at] as number)) - worth + (wishes[at] as number) - (price[at] as number);
      this.fresh[at] = gain;
      if (gain > most) most = gain;
    }
    this.work.spent += end - start;
    const least = this.above - net - (rest > 1 ? this.slackOf(mask) : 0);
    let count = 0;
    for (let place = start; place < end; place++) {
      const at = from[place] as number;
      const others = rest - (sizes[at] as number);
      if (others >= 0 && (this.fresh[at] as number) + others * most > least) to[count++] = at;
    }
    const { fresh } = this;
    to.subarray(0, count).sort((a, b) => (fresh[b] as number) - (fresh[a] as number) || a - b);
    for (let place = 0; place < count; place++) gains[place] = fresh[to[place] as number] as number;
    gains[count] = Number.NEGATIVE_INFINITY;
    this.counts[level] = count;
  }

  private slackOf = (mask: number): number => ((mask & MIX) === 0 ? this.instance.mix : 0);

  private descend(level: number, mask: number, wish: number, cost: number, size: number): void {
    const { maximum, minimum } = this.instance.size;
    const { mask: masks, wish: wishes, price, size: sizes, unit: units } = this.candidates;
    const [order, gains] = [this.order[level], this.gains[level]] as [Ints, Floats];
    const net = this.town.worth.of(mask) + wish - cost;
    const seats = maximum - size;
    const slack = seats > 1 ? this.slackOf(mask) : 0;
    for (let place = 0; place < (this.counts[level] as number); place++) {
      const gain = gains[place] as number;
      const next = gains[place + 1] as number;
      if (net + gain + Math.max(0, (seats - 1) * next) + slack <= this.above) break;
      const at = order[place] as number;
      const rest = seats - (sizes[at] as number);
      const needed = Math.max(0, Math.ceil((minimum - maximum + rest) / this.largest));
      const bound = net + gain + ahead(next, rest, needed) + (rest > 0 ? slack : 0);
      const alone = (wishes[at] as number) - (price[at] as number);
      const full = this.whole + wish - cost + alone + ahead(this.dearest, rest, needed);
      const capped = this.wanted.cap - cost - (price[at] as number);
      if (Math.min(bound, full, capped) <= this.above || this.meets(units[at] as number)) continue;
      const joined = mask | (masks[at] as number);
      const [wished, paid] = [wish + (wishes[at] as number), cost + (price[at] as number)];
      this.chosen.push(units[at] as number);
      if (maximum - rest >= minimum) this.offer(joined, this.town.worth.of(joined) + wished, paid);
      if (rest === 1) this.last(level, place + 1, joined, wished, paid, slack);
      else if (rest > 1) {
        this.open(level + 1, level, place + 1, joined, net + gain, rest);
        this.descend(level + 1, joined, wished, paid, maximum - rest);
      }
      this.chosen.pop();
    }
  }

  /** The last seat: what one added before tells where to stop looking. */
  private last(level: number, start: number, mask: number, wish: number, cost: number, slack: number): void {
    const { mask: masks, wish: wishes, price, size: sizes, unit: units } = this.candidates;
    const [order, gains] = [this.order[level], this.gains[level]] as [Ints, Floats];
    const worth = this.town.worth;
    const net = worth.of(mask) + wish - cost;
    let place = start;
    for (; place < (this.counts[level] as number); place++) {
      if (net + (gains[place] as number) + slack <= this.above) break;
      const at = order[place] as number;
      if (sizes[at] !== 1) continue;
      const joined = mask | (masks[at] as number);
      const points = worth.of(joined) + wish + (wishes[at] as number);
      const paid = cost + (price[at] as number);
      if (points - paid <= this.above || this.meets(units[at] as number)) continue;
      this.chosen.push(units[at] as number);
      this.offer(joined, points, paid);
      this.chosen.pop();
    }
    this.work.spent += place - start;
  }

  private meets(unit: number): boolean {
    const row = unit * this.instance.units.length;
    if (this.instance.clash[row + unit]) return true;
    for (const other of this.chosen) if (this.instance.clash[row + other]) return true;
    return this.instance.moves ? this.tooManyNew(this.instance.moves, unit) : false;
  }

  private tooManyNew({ stayers, newcomers }: Moves, unit: number): boolean {
    const stay = stayers[this.townNumber];
    const comes = (one: number) => (this.instance.sizeOf[one] as number) - (stay?.get(one) ?? 0);
    const come = this.chosen.reduce((sum, one) => sum + comes(one), comes(unit));
    return come > (newcomers[this.townNumber] as number);
  }

  private offer(mask: number, points: number, cost: number): void {
    const net = Math.min(points, this.wanted.cap) - cost;
    if (net <= this.above || points < this.wanted.floor || !(mask & GROWN)) return;
    const column = { town: this.townNumber, units: [...this.chosen].sort((a, b) => a - b), points, net };
    if (this.wanted.keep === Number.POSITIVE_INFINITY) {
      this.found.push(column);
      return;
    }
    let at = this.found.length;
    while (at > 0 && (this.found[at - 1] as Column).net < net) at--;
    this.found.splice(at, 0, column);
    if (this.found.length > this.wanted.keep) this.found.pop();
    if (this.found.length === this.wanted.keep) this.above = (this.found.at(-1) as Column).net;
  }
}

/** The most that further units can add: at least `needed` of them, at most `rest`. */
const ahead = (most: number, rest: number, needed: number) => (most > 0 ? rest * most : needed * most || 0);
