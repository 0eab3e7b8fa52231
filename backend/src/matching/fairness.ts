import { EXACT, Optimum, type Standing, type Task } from './optimum.js';
import { noPrices } from './prices.js';
import { type Proposal, TOTAL } from './proposal.js';
import { TeamSearch } from './team-search.js';

/** Minima closer than this are not told apart. */
const RESOLUTION = 0.01;

export interface FairStanding extends Standing {
  /** No proposal has a higher minimum. */
  minimumBound: number;
}

type FairTask = Omit<Task, 'aim' | 'report'> & { report: (standing: FairStanding) => void };

/** Raises the smallest team score as far as it goes, then the sum. */
export function fairest(task: FairTask, start: Proposal): FairStanding {
  const { best, minimumBound } = highestMinimum(task, start);
  const aim = { ...TOTAL, floor: best.minimum - EXACT };
  const report = (standing: Standing) => task.report({ ...standing, minimumBound });
  return { ...new Optimum({ ...task, aim, report }, best).find(), minimumBound };
}

/** Halves the interval of the minimum; where neither teams nor a proof are found, only what lies below is searched on. */
function highestMinimum(task: FairTask, start: Proposal): { best: Proposal; minimumBound: number } {
  let best = start;
  let above = leastCeiling(task);
  let hopeless = above;
  for (;;) {
    const room = Math.min(above, hopeless) - best.minimum;
    if (room <= RESOLUTION + EXACT || task.work.over) break;
    const floor = best.minimum + (room < 1 ? RESOLUTION : room / 2);
    const found = reaching(task, floor, best);
    if (found.minimum > best.minimum) best = found;
    if (best.minimum < floor) {
      const capped = underCap(task, floor, best);
      if (capped.best.minimum > best.minimum) best = capped.best;
      if (capped.refuted) above = floor;
      else if (best.minimum < floor) hopeless = floor;
    }
    task.report({ best, value: best.value(TOTAL), bound: Number.POSITIVE_INFINITY, minimumBound: above });
  }
  return { best, minimumBound: above - best.minimum <= RESOLUTION + EXACT ? best.minimum : above };
}

/** Looks for teams that all reach a floor. */
function reaching(task: FairTask, floor: number, start: Proposal): Proposal {
  const enough = ({ best }: Standing) => best.minimum >= floor;
  return new Optimum({ ...task, aim: { ...TOTAL, floor }, report: () => undefined, enough }, start).find().best;
}

/** If each team counts no more than the floor, the sum reaches floor × teams exactly when all can reach it. */
function underCap(task: FairTask, floor: number, start: Proposal): { best: Proposal; refuted: boolean } {
  const whole = floor * task.instance.towns.length;
  const enough = ({ bound, value }: Standing) => bound < whole - EXACT || value > whole - EXACT;
  const aim = { floor: 0, cap: floor };
  const { best, bound } = new Optimum({ ...task, aim, report: () => undefined, enough }, start).find();
  return { best, refuted: bound < whole - EXACT };
}

/** The best score of the town that can reach least, if it had the first choice. */
function leastCeiling({ instance, work }: FairTask): number {
  const search = new TeamSearch(instance, work);
  const ceilings = instance.towns.map((_, town) => search.best(town, noPrices(instance))[0]?.points ?? 0);
  return Math.min(...ceilings);
}
