import type { Instance } from './instance.js';
import { type Aim, counted, Proposal } from './proposal.js';
import { BARRED, type Town } from './towns.js';
import type { Work } from './work.js';
import { GROWN } from './worth.js';

const ENOUGH = 1e-9;
/** An exchange looked at, in steps of the search. */
const COST = 4;

/** Improves a proposal by exchanging two units, of two teams or of a team and the reserve, until no exchange helps or `most` steps are done. */
export function improveBySwaps(start: Proposal, aim: Aim, work: Work, most = Number.POSITIVE_INFINITY): Proposal {
  const state = new Seats(start, aim, work);
  const end = Math.min(work.limit, work.spent + most);
  for (let better = true; better && work.spent < end; ) {
    better = false;
    for (let unit = 0; unit < start.townOf.length && work.spent < end; unit++)
      while (state.exchange(unit)) better = true;
  }
  return new Proposal(start.instance, state.teams);
}

/** Who sits where, with what the others of each unit's team bring there. */
class Seats {
  readonly teams: number[][];
  private readonly instance: Instance;
  private readonly townOf: Int32Array;
  private readonly value: Float64Array;
  private readonly restMask: Int32Array;
  private readonly restWish: Float64Array;

  constructor(
    start: Proposal,
    private readonly aim: Aim,
    private readonly work: Work,
  ) {
    this.instance = start.instance;
    this.teams = start.teams.map((units) => [...units]);
    this.townOf = start.townOf.slice();
    this.value = new Float64Array(this.teams.length);
    this.restMask = new Int32Array(this.townOf.length);
    this.restWish = new Float64Array(this.townOf.length);
    for (const town of this.teams.keys()) this.settle(town);
  }

  /** Makes the best exchange for one seated unit, if any helps. */
  exchange(leaves: number): boolean {
    const { instance, townOf, value } = this;
    const { sizeOf, towns } = instance;
    const town = townOf[leaves] as number;
    if (town < 0 || (towns[town] as Town).fixed.includes(leaves)) return false;
    const here = towns[town] as Town;
    let [gain, best] = [ENOUGH, -1];
    this.work.spent += COST * townOf.length;
    for (let comes = 0; comes < townOf.length; comes++) {
      const from = townOf[comes] as number;
      if (from === town || here.maskOf[comes] === BARRED || sizeOf[comes] !== sizeOf[leaves]) continue;
      const mine = this.without(town, leaves, comes) - (value[town] as number);
      if (from < 0) {
        if (mine > gain && this.fits(town, leaves, comes)) [gain, best] = [mine, comes];
        continue;
      }
      if ((towns[from] as Town).maskOf[leaves] === BARRED || (towns[from] as Town).fixed.includes(comes)) continue;
      const both = mine + this.without(from, comes, leaves) - (value[from] as number);
      if (both > gain && this.fits(town, leaves, comes) && this.fits(from, comes, leaves)) [gain, best] = [both, comes];
    }
    if (best < 0) return false;
    const from = townOf[best] as number;
    this.seat(town, leaves, best);
    if (from >= 0) this.seat(from, best, leaves);
    townOf[best] = town;
    townOf[leaves] = from;
    this.settle(town);
    if (from >= 0) this.settle(from);
    return true;
  }

  /** What the town's team counts when one comes for another. */
  private without(town: number, leaves: number, comes: number): number {
    const { worth, masks, maskOf, wishes } = this.instance.towns[town] as Town;
    const mask = (this.restMask[leaves] as number) | (masks[maskOf[comes] as number] as number);
    if (!(mask & GROWN)) return Number.NEGATIVE_INFINITY;
    return counted(this.aim, worth.of(mask) + (this.restWish[leaves] as number) + (wishes.get(comes) ?? 0));
  }

  private fits(town: number, leaves: number, comes: number): boolean {
    const row = comes * this.townOf.length;
    return (this.teams[town] as number[]).every((other) => other === leaves || !this.instance.clash[row + other]);
  }

  private seat(town: number, leaves: number, comes: number): void {
    const team = this.teams[town] as number[];
    team[team.indexOf(leaves)] = comes;
  }

  private settle(town: number): void {
    const { worth, masks, maskOf, wishes } = this.instance.towns[town] as Town;
    const team = this.teams[town] as number[];
    const bring = (units: number[]) =>
      units.reduce((mask, unit) => mask | (masks[maskOf[unit] as number] as number), 0);
    const wish = (units: number[]) => units.reduce((sum, unit) => sum + (wishes.get(unit) ?? 0), 0);
    this.value[town] = counted(this.aim, worth.of(bring(team)) + wish(team));
    for (const unit of team) {
      const rest = team.filter((other) => other !== unit);
      this.restMask[unit] = bring(rest);
      this.restWish[unit] = wish(rest);
    }
  }
}
