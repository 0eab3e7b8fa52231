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

/**
 * Whether all can reach a floor: if each team counts no more than the floor, the sum reaches floor × teams exactly when
 * they can. Halves the interval of the minimum until it is found.
 */
function highestMinimum(task: FairTask, start: Proposal): { best: Proposal; minimumBound: number } {
  const { instance, work } = task;
  let best = start;
  const keep = (proposal: Proposal) => {
    if (proposal.minimum > best.minimum) best = proposal;
  };
  const values = () => ({ value: best.value(TOTAL), bound: Number.POSITIVE_INFINITY });
  for (let above = leastCeiling(task); ; task.report({ best, ...values(), minimumBound: above })) {
    const room = above - best.minimum;
    if (room <= RESOLUTION + EXACT) return { best, minimumBound: best.minimum };
    const cap = best.minimum + (room < 1 ? RESOLUTION : room / 2);
    const whole = cap * instance.towns.length;
    const found = new Optimum(
      {
        ...task,
        aim: { floor: 0, cap },
        report: (standing) => keep(standing.best),
        enough: ({ bound }) => bound < whole - EXACT,
      },
      best,
    ).find();
    keep(found.best);
    if (found.bound < whole - EXACT) above = cap;
    else if (found.value < whole - EXACT || work.over) return { best, minimumBound: above };
  }
}

/** The best score of the town that can reach least, if it had the first choice. */
function leastCeiling({ instance, work }: FairTask): number {
  const search = new TeamSearch(instance, work);
  const ceilings = instance.towns.map((_, town) => search.best(town, noPrices(instance))[0]?.points ?? 0);
  return Math.min(...ceilings);
}
