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
  const [size, ...others] = rules
    .filter(({ kind }) => kind === 'size')
    .concat(rules.filter(({ kind }) => kind !== 'size'));
  if (!size) throw new Error('the size of teams is always a rule');
  const leftOut: number[][] = [];
  for (;;) {
    const chosen = smallestMeeting(leftOut, others.length);
    const kept = new Set(chosen);
    let teams = feasibleTeams(highs, problem, settings, [size, ...chosen.map((at) => others[at] as Rule)]);
    if (!teams) return [size, ...chosen.map((at) => others[at] as Rule)];
    for (const [at, rule] of others.entries()) {
      if (kept.has(at)) continue;
      if (violationsOf(problem, settings, teams, [rule]).length > 0) {
        const more = [size, ...[...kept, at].map((one) => others[one] as Rule)];
        const found = feasibleTeams(highs, problem, settings, more);
        if (!found) continue;
        teams = found;
      }
      kept.add(at);
    }
    leftOut.push([...others.keys()].filter((at) => !kept.has(at)));
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
