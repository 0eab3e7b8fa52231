import type { Instance } from './instance.js';
import { BARRED, type Town } from './towns.js';
import type { Unit } from './units.js';

/** The units that may be worth a seat in one team at given prices, the most promising first. */
export class Candidates {
  count = 0;
  readonly unit: Int32Array;
  readonly mask: Int32Array;
  readonly wish: Float64Array;
  readonly price: Float64Array;
  readonly size: Int32Array;
  private readonly slots: Int32Array;
  private readonly order: Int32Array;
  private readonly promise: Float64Array;
  private readonly others: number[] = [];
  private stayers: Map<number, number> | undefined;

  constructor(private readonly instance: Instance) {
    const most = instance.units.length;
    this.unit = new Int32Array(most);
    this.mask = new Int32Array(most);
    this.wish = new Float64Array(most);
    this.price = new Float64Array(most);
    this.size = new Int32Array(most);
    this.order = new Int32Array(most);
    this.promise = new Float64Array(most);
    const masks = Math.max(...instance.towns.map((town) => town.masks.length));
    this.slots = new Int32Array(masks * instance.size.maximum);
  }

  /**
   * All units that may come, or (`every` false) only those that the best team may need: of plain units with the same
   * bits and without a wish, the cheapest of as many ministries as a team has seats.
   */
  fill(townNumber: number, price: Float64Array, every: boolean): void {
    const { units, moves } = this.instance;
    const town = this.instance.towns[townNumber] as Town;
    this.stayers = moves?.stayers[townNumber];
    const { maximum } = this.instance.size;
    this.count = 0;
    if (!every) this.slots.fill(-1, 0, town.masks.length * maximum);
    for (let unit = 0; unit < units.length; unit++) {
      const number = town.maskOf[unit] as number;
      if (number === BARRED || price[unit] === Number.POSITIVE_INFINITY || town.fixed.includes(unit)) continue;
      if (every || !units[unit]?.plain || town.wishes.has(unit) || this.stayers?.has(unit)) this.add(town, unit, price);
      else this.place(number * maximum, maximum, unit, price);
    }
    if (!every)
      for (let slot = 0; slot < town.masks.length * maximum; slot++)
        if (this.slots[slot] !== -1) this.add(town, this.slots[slot] as number, price);
    this.sort(town);
    if (!every) this.thin();
  }

  /** Keeps the cheapest units of different ministries in the slots of one mask, cheapest first. */
  private place(first: number, slots: number, unit: number, price: Float64Array): void {
    const { units } = this.instance;
    const cost = price[unit] as number;
    const ministry = units[unit]?.ministry;
    let free = first;
    for (; free < first + slots; free++) {
      const other = this.slots[free] as number;
      if (other === -1 || (price[other] as number) > cost) break;
      if (units[other]?.ministry === ministry) return;
    }
    let moved = unit;
    for (let slot = free; slot < first + slots; slot++) {
      const other = this.slots[slot] as number;
      this.slots[slot] = moved;
      if (other === -1 || units[other]?.ministry === ministry) return;
      moved = other;
    }
  }

  private add(town: Town, unit: number, price: Float64Array): void {
    const at = this.count++;
    this.unit[at] = unit;
    this.mask[at] = town.masks[town.maskOf[unit] as number] as number;
    this.wish[at] = town.wishes.get(unit) ?? 0;
    this.price[at] = price[unit] as number;
    this.size[at] = this.instance.sizeOf[unit] as number;
  }

  private sort(town: Town): void {
    const { count, order, promise } = this;
    for (let at = 0; at < count; at++) {
      order[at] = at;
      promise[at] = town.worth.of(this.mask[at] as number) + (this.wish[at] as number) - (this.price[at] as number);
    }
    order.subarray(0, count).sort((a, b) => (promise[b] as number) - (promise[a] as number) || a - b);
    for (const list of [this.unit, this.mask, this.wish, this.price, this.size]) {
      const copy = list.slice(0, count);
      for (let at = 0; at < count; at++) list[at] = copy[order[at] as number] as number;
    }
  }

  /**
   * Leaves out plain units in whose place another always serves as well: one of the same ministry, or one of as many
   * other ministries as a team has seats, that brings no less and costs no more.
   */
  private thin(): void {
    const { units, size } = this.instance;
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const { plain, ministry } = units[this.unit[at] as number] as Unit;
      const stays = this.stayers?.has(this.unit[at] as number);
      if (plain && !stays && this.served(at, kept, ministry, size.maximum)) continue;
      for (const list of [this.unit, this.mask, this.wish, this.price, this.size]) list[kept] = list[at] as number;
      kept++;
    }
    this.count = kept;
  }

  private served(at: number, kept: number, ministry: number, seats: number): boolean {
    const { units } = this.instance;
    const [mask, wish, price] = [this.mask[at] as number, this.wish[at] as number, this.price[at] as number];
    const { others } = this;
    let found = 0;
    for (let other = 0; other < kept; other++) {
      if (
        mask & ~(this.mask[other] as number) ||
        (this.wish[other] as number) < wish ||
        (this.price[other] as number) > price
      )
        continue;
      const unit = units[this.unit[other] as number] as Unit;
      if (!unit.plain) continue;
      if (unit.ministry === ministry) return true;
      if (others.includes(unit.ministry) && others.indexOf(unit.ministry) < found) continue;
      others[found++] = unit.ministry;
      if (found === seats) return true;
    }
    return false;
  }
}
