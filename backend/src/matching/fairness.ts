import { anneal } from './annealing.js';
import { EXACT, Optimum, type Standing, type Task } from './optimum.js';
import { noPrices } from './prices.js';
import { type Proposal, TOTAL } from './proposal.js';
import { TeamSearch } from './team-search.js';

/** Minima closer than this are not told apart. */
const RESOLUTION = 0.01;
/** So much of the work goes into the minimum, the rest into the sum. */
const SHARE = 0.6;

export interface FairStanding extends Standing {
  /** No proposal has a higher minimum. */
  minimumBound: number;
}

type FairTask = Omit<Task, 'aim' | 'report'> & { report: (standing: FairStanding) => void };

/** Raises the smallest team score as far as it goes, then the sum. */
export function fairest(task: FairTask, start: Proposal): FairStanding {
  const { work } = task;
  const whole = work.limit;
  work.limit = work.spent + SHARE * work.left;
  const { best, minimumBound } = highestMinimum(task, start);
  work.limit = whole;
  const aim = { ...TOTAL, floor: best.minimum - EXACT };
  const report = (standing: Standing) => task.report({ ...standing, minimumBound });
  return { ...new Optimum({ ...task, aim, report }, best).find(), minimumBound };
}

/** Raises the minimum as far as exchanges lead, and then looks for better teams or a proof that there are none. */
function highestMinimum(task: FairTask, start: Proposal): { best: Proposal; minimumBound: number } {
  const ceiling = leastCeiling(task);
  const tell = (best: Proposal, minimumBound: number) =>
    task.report({ best, value: best.value(TOTAL), bound: Number.POSITIVE_INFINITY, minimumBound });
  let best = start;
  let above = ceiling;
  const { work, instance } = task;
  const raise = (floor: number) => {
    const found = anneal(best, { floor: 0, cap: floor }, floor * instance.towns.length - EXACT, work);
    tell(found.minimum > best.minimum ? found : best, above);
    return { found, failed: found.minimum < floor };
  };
  const prove = (floor: number) => {
    const { best: found, refuted } = underCap(task, floor, best);
    if (refuted) above = floor;
    tell(found.minimum > best.minimum ? found : best, above);
    return { found, failed: found.minimum < floor };
  };
  for (const step of [raise, prove]) {
    let hopeless = ceiling;
    for (;;) {
      const room = Math.min(above, hopeless) - best.minimum;
      if (room <= RESOLUTION + EXACT || work.over) break;
      const floor = best.minimum + (room < 1 ? RESOLUTION : room / 2);
      const { found, failed } = step(floor);
      if (found.minimum > best.minimum) best = found;
      if (failed) hopeless = floor;
    }
  }
  return { best, minimumBound: above - best.minimum <= RESOLUTION + EXACT ? best.minimum : above };
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
