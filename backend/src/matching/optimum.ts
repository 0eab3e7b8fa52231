import type { Highs } from 'highs';
import { chooseTeams, keyOf } from './choice.js';
import { greedy } from './greedy.js';
import type { Instance } from './instance.js';
import { learnPrices } from './learn-prices.js';
import { noPrices, priceRounds } from './prices.js';
import type { Aim, Proposal } from './proposal.js';
import { improveBySwaps } from './swaps.js';
import { type Column, TeamSearch } from './team-search.js';
import type { Work } from './work.js';

/** Two sums closer than this are the same. */
export const EXACT = 1e-6;
/** Towns choose anew at the prices after so many rounds. */
const ROUNDS_BETWEEN = 5;
const ROUNDS_LOOKED_BACK = 20;
/** The search for prices ends when the pace is small and as many rounds lower the bound by less than this part of it. */
const STANDSTILL = 2e-5;
const SMALL_PACE = 0.003;
/** Steps for exchanges after each first guess; all that help are made at the end of the search for prices. */
const SWAP_STEPS = 20_000_000;
/** As many columns of a town should be in the first integer program, and may be in any. */
const FIRST_COLUMNS = 25;
const MOST_COLUMNS = 1500;
/** Under a cap very many teams are alike. */
const MOST_CAPPED_COLUMNS = 60;

export interface Standing {
  best: Proposal;
  value: number;
  /** No proposal counts more. */
  bound: number;
}

export interface Task {
  highs: Highs;
  instance: Instance;
  aim: Aim;
  work: Work;
  report: (standing: Standing) => void;
  /** Whether more would not be of use. */
  enough?: (standing: Standing) => boolean;
}

/** From a first proposal towards the best one, with a bound that closes in on it from above. */
export class Optimum {
  private readonly search: TeamSearch;
  private price: Float64Array;
  /** What the prices alone prove. */
  private priced = Number.POSITIVE_INFINITY;
  private standing: Standing;

  constructor(
    private readonly task: Task,
    start: Proposal,
  ) {
    this.search = new TeamSearch(task.instance, task.work);
    this.price = noPrices(task.instance);
    const { cap } = task.aim;
    const bound = cap * task.instance.towns.length;
    this.standing = { best: start, value: start.value(task.aim), bound };
  }

  find(): Standing {
    const { instance, aim, work } = this.task;
    const { moves } = instance;
    this.improve(this.standing.best);
    if (!this.done) this.findPrices();
    if (!this.done && !moves) this.offer(improveBySwaps(this.standing.best, aim, work));
    if (!this.done) this.choose();
    return this.standing;
  }

  private get done(): boolean {
    const { bound, value } = this.standing;
    return bound - value <= EXACT || this.task.work.over || (this.task.enough?.(this.standing) ?? false);
  }

  private findPrices(): void {
    const bounds: number[] = [];
    const { instance, aim, work } = this.task;
    const learned = learnPrices(instance, this.search, aim, work);
    for (const round of priceRounds(instance, this.search, aim, () => this.standing.value, learned)) {
      this.price = round.price;
      this.priced = round.bound;
      this.lower(round.bound);
      bounds.push(round.bound);
      if (bounds.length % ROUNDS_BETWEEN === 1) this.fromPrices(round.columns);
      const before = bounds.at(-1 - ROUNDS_LOOKED_BACK) ?? Number.POSITIVE_INFINITY;
      const stands = round.pace < SMALL_PACE && before - round.bound < STANDSTILL * Math.abs(round.bound);
      if (this.done || stands) break;
    }
  }

  /** Towns choose in turn at the present prices, those with the least choice first. */
  private fromPrices(columns: Column[]): void {
    if (this.task.instance.moves) return;
    const towns = [...columns].sort((a, b) => a.net - b.net || a.town - b.town).map(({ town }) => town);
    const found = greedy(this.task.instance, this.search, this.price, towns, this.task.aim);
    if (found) this.improve(found);
  }

  private improve(proposal: Proposal): void {
    const { instance, aim, work } = this.task;
    this.offer(instance.moves ? proposal : improveBySwaps(proposal, aim, work, SWAP_STEPS));
  }

  /**
   * Columns whose net is further below the best of their town than the bound is above the best proposal are in no better
   * one. An integer program chooses among the others; what is left out is bounded by the distance.
   */
  private choose(): void {
    const { highs, instance, aim, work } = this.task;
    for (let wanted = this.firstDistance(); ; ) {
      const { columns, distance } = this.columnsWithin(wanted);
      const start = this.standing.best;
      const better = (found: Proposal) => this.offer(found);
      const { proposal, bound } = chooseTeams(highs, instance, withTeamsOf(start, columns), {
        aim,
        work,
        start,
        better,
      });
      if (proposal) this.offer(proposal);
      this.lower(Math.max(bound, this.priced - distance, this.standing.value));
      const needed = this.priced - this.standing.value + EXACT;
      if (this.done || needed <= distance || distance < wanted) return;
      wanted = needed;
    }
  }

  /** Reaches far enough for some choice, and no farther than needed for a proof. */
  private firstDistance(): number {
    const needed = this.priced - this.standing.value + EXACT;
    const some = FIRST_COLUMNS * this.task.instance.towns.length;
    for (let distance = 1e-4 * this.priced; distance < needed; distance *= 1.5)
      if (this.columnsWithin(distance).columns.length >= some) return distance;
    return needed;
  }

  /** The columns within a distance of the best of their town, or within a shorter one if those are too many. */
  private columnsWithin(wanted: number): { columns: Column[]; distance: number } {
    const keep = this.task.aim.cap === Number.POSITIVE_INFINITY ? MOST_COLUMNS : MOST_CAPPED_COLUMNS;
    const columns: Column[] = [];
    let distance = wanted;
    for (const town of this.task.instance.towns.keys()) {
      const [top] = this.search.best(town, this.price, this.task.aim);
      if (!top) throw new Error(`town ${town} has a team and cannot have one`);
      const every = { ...this.task.aim, every: true, keep, above: top.net - wanted - EXACT };
      const found = this.search.best(town, this.price, every);
      if (found.length === keep) distance = Math.min(distance, top.net - (found.at(-1) as Column).net);
      columns.push(...found);
    }
    return { columns, distance };
  }

  private offer(proposal: Proposal): void {
    const value = proposal.value(this.task.aim);
    if (value <= this.standing.value + EXACT / 100) return;
    this.standing = { ...this.standing, best: proposal, value };
    this.task.report(this.standing);
  }

  private lower(bound: number): void {
    if (bound >= this.standing.bound) return;
    this.standing = { ...this.standing, bound };
    this.task.report(this.standing);
  }
}

/** The columns with the teams of a proposal, so that they can be chosen again. */
function withTeamsOf({ teams, points }: Proposal, columns: Column[]): Column[] {
  const keys = new Set(columns.map(keyOf));
  const missing = teams
    .map((units, town) => ({ town, units, points: points[town] as number, net: 0 }))
    .filter((column) => !keys.has(keyOf(column)));
  return [...columns, ...missing];
}
