import { Candidates } from './candidates.js';
import { BARRED, type Instance, type Moves, moveCost, type Town } from './instance.js';
import type { Work } from './work.js';
import { GROWN, JUNIOR, SENIOR } from './worth.js';

const MIX = SENIOR | JUNIOR;

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
  private readonly gains: Float64Array[];
  private readonly later: Float64Array[];
  /** The highest wish less price among the candidates from each place on. */
  private readonly cheap: Float64Array;
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
    const levels = Array.from({ length: instance.size.maximum });
    this.gains = levels.map(() => new Float64Array(instance.units.length + 1));
    this.later = levels.map(() => new Float64Array(instance.units.length + 1));
    this.cheap = new Float64Array(instance.units.length + 1);
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
    this.cheap[count] = Number.NEGATIVE_INFINITY;
    for (let at = count - 1; at >= 0; at--) {
      all |= this.candidates.mask[at] as number;
      const alone = (this.candidates.wish[at] as number) - (this.candidates.price[at] as number);
      this.cheap[at] = Math.max(alone, this.cheap[at + 1] as number);
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
    if (size <= this.instance.size.maximum) this.descend(0, 0, mask, wish, cost, size);
    return this.found;
  }

  /** In a repair the last price is that of a move. */
  private pricesAt(town: number, prices: Float64Array): Float64Array {
    const { moves, units } = this.instance;
    if (!moves) return prices;
    const move = prices[units.length] as number;
    return prices.slice(0, units.length).map((price, unit) => price + move * moveCost(moves, town, unit));
  }

  private descend(level: number, start: number, mask: number, wish: number, cost: number, size: number): void {
    const { maximum, minimum } = this.instance.size;
    const points = this.town.worth.of(mask) + wish;
    if (size >= minimum) this.offer(mask, points, cost);
    if (size === maximum) return;
    const { candidates } = this;
    const { count, mask: masks, wish: wishes, price, size: sizes } = candidates;
    const gains = this.gains[level] as Float64Array;
    const later = this.later[level] as Float64Array;
    const worth = this.town.worth.of(mask);
    this.work.spent += count - start;
    later[count] = Number.NEGATIVE_INFINITY;
    for (let at = count - 1; at >= start; at--) {
      const gain =
        this.town.worth.of(mask | (masks[at] as number)) - worth + (wishes[at] as number) - (price[at] as number);
      gains[at] = gain;
      later[at] = Math.max(gain, later[at + 1] as number);
    }
    const slack = (mask & MIX) === 0 ? this.instance.mix : 0;
    const net = points - cost;
    for (let at = start; at < count; at++) {
      const rest = maximum - size - (sizes[at] as number);
      if (rest < 0) continue;
      const needed = Math.max(0, Math.ceil((minimum - size - (sizes[at] as number)) / this.largest));
      const alone = (wishes[at] as number) - (price[at] as number);
      const bound = net + (gains[at] as number) + ahead(later[at + 1] as number, rest, needed) + (rest > 0 ? slack : 0);
      const full = this.whole + wish - cost + alone + ahead(this.cheap[at + 1] as number, rest, needed);
      const capped = this.wanted.cap - cost - (price[at] as number);
      if (Math.min(bound, full, capped) <= this.above || this.meets(candidates.unit[at] as number)) continue;
      this.chosen.push(candidates.unit[at] as number);
      this.descend(
        level + 1,
        at + 1,
        mask | (masks[at] as number),
        wish + (wishes[at] as number),
        cost + (price[at] as number),
        maximum - rest,
      );
      this.chosen.pop();
    }
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
