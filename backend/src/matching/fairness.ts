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
  const search = new TeamSearch(instance, work);
  const best = { proposal: start };
  let above = instance.towns.reduce(
    (least, _, town) => Math.min(least, search.best(town, noPrices(instance))[0]?.points ?? 0),
    Number.POSITIVE_INFINITY,
  );
  const keep = (proposal: Proposal) => {
    if (proposal.minimum > best.proposal.minimum) best.proposal = proposal;
  };
  const tell = () =>
    task.report({
      best: best.proposal,
      value: best.proposal.value(TOTAL),
      bound: Number.POSITIVE_INFINITY,
      minimumBound: above,
    });
  for (let undecided = false; above - best.proposal.minimum > RESOLUTION && !undecided && !work.over; tell()) {
    const middle = (best.proposal.minimum + above) / 2;
    const cap = above - best.proposal.minimum < 1 ? best.proposal.minimum + RESOLUTION : middle;
    const whole = cap * instance.towns.length;
    const aim = { floor: 0, cap };
    const found = new Optimum(
      { ...task, aim, report: (standing) => keep(standing.best), enough: ({ bound }) => bound < whole - EXACT },
      best.proposal,
    ).find();
    keep(found.best);
    if (found.value < whole - EXACT) {
      if (found.bound < whole - EXACT) above = cap;
      else undecided = true;
    }
  }
  if (above - best.proposal.minimum <= RESOLUTION) above = best.proposal.minimum;
  return { best: best.proposal, minimumBound: above };
}
