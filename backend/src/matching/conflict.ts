import type { Highs } from 'highs';
import { feasibleTeams } from './feasible.js';
import type { Problem, Team } from './problem.js';
import { type Rule, rulesOf, violationsOf } from './rules.js';
import type { Settings } from './settings.js';

export type Possibility = { teams: Team[] } | { conflict: Rule[] };

/** Teams that keep all rules; if there are none, the smallest set of rules that cannot be kept together. */
export function possibility(
  highs: Highs,
  problem: Problem,
  settings: Settings,
  rules = rulesOf(settings),
): Possibility {
  const teams = feasibleTeams(highs, problem, settings, rules);
  return teams ? { teams } : { conflict: smallestConflict(highs, problem, settings, rules) };
}

/**
 * Every set of rules that can be kept leaves some out; a conflict has to contain one of those. The smallest set that
 * meets all that are known so far is either the answer or can be kept, and then teaches another.
 */
function smallestConflict(highs: Highs, problem: Problem, settings: Settings, rules: Rule[]): Rule[] {
  const teamsUnder = (numbers: Iterable<number>) =>
    feasibleTeams(
      highs,
      problem,
      settings,
      [...numbers].map((at) => rules[at] as Rule),
    );
  const leftOut: number[][] = [];
  for (;;) {
    const kept = new Set(smallestMeeting(leftOut, rules.length));
    const first = teamsUnder(kept);
    if (!first) return [...kept].map((at) => rules[at] as Rule);
    let teams: Team[] = first;
    for (const [at, rule] of rules.entries()) {
      if (kept.has(at)) continue;
      const keeps = violationsOf(problem, settings, teams, [rule]).length === 0;
      const found: Team[] | undefined = keeps ? teams : teamsUnder([...kept, at]);
      if (!found) continue;
      teams = found;
      kept.add(at);
    }
    leftOut.push([...rules.keys()].filter((at) => !kept.has(at)));
  }
}

/** The smallest set of numbers that has one of each list, the first such set in order. */
function smallestMeeting(lists: number[][], count: number): number[] {
  for (let size = 0; size <= count; size++) {
    const found = meeting(lists, size, []);
    if (found) return found.sort((a, b) => a - b);
  }
  throw new Error('a list without numbers cannot be met');
}

function meeting(lists: number[][], size: number, chosen: number[]): number[] | undefined {
  const open = lists.find((list) => !list.some((one) => chosen.includes(one)));
  if (!open) return chosen;
  if (size === 0) return undefined;
  for (const one of open) {
    const found = meeting(lists, size - 1, [...chosen, one]);
    if (found) return found;
  }
  return undefined;
}
