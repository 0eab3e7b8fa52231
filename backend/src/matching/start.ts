import type { Highs } from 'highs';
import { possibility } from './conflict.js';
import { greedy, hardestFirst } from './greedy.js';
import type { Instance } from './instance.js';
import { noPrices } from './prices.js';
import type { Team } from './problem.js';
import { Proposal } from './proposal.js';
import { type MovesRule, movedBetween, type Rule, rulesOf } from './rules.js';
import { TeamSearch } from './team-search.js';
import type { Work } from './work.js';

/** Worth more than any points: who is there stays. */
const STAY = 10_000;

/** No teams keep all the rules; `conflict` is the smallest set of rules that none keep. */
export class Infeasible extends Error {
  constructor(readonly conflict: Rule[]) {
    super('no teams keep all the rules');
  }
}

/** A first proposal: quickly if that works, else by a program that finds one whenever there is one. */
export function firstProposal(highs: Highs, instance: Instance, work: Work, repair: MovesRule | undefined): Proposal {
  const search = new TeamSearch(instance, work);
  const quick = repair
    ? refilled(instance, search, repair)
    : greedy(instance, search, noPrices(instance), hardestFirst(instance));
  if (quick) return quick;
  const { problem, settings } = instance;
  const found = possibility(highs, problem, settings, [...rulesOf(settings), ...(repair ? [repair] : [])]);
  if ('conflict' in found) throw new Infeasible(found.conflict);
  return proposalOf(instance, found.teams);
}

/** The teams before with their empty places filled from the reserve alone, if that is possible. */
function refilled(instance: Instance, search: TeamSearch, repair: MovesRule): Proposal | undefined {
  const units = unitsOf(instance, repair.before);
  const prices = noPrices(instance);
  for (const unit of units.flat()) prices[unit] = Number.POSITIVE_INFINITY;
  const teams: number[][] = [];
  for (const [town, stay] of units.entries()) {
    const own = prices.slice();
    for (const unit of stay) own[unit] = -STAY;
    const [best] = search.best(town, own);
    if (!best || stay.some((unit) => !best.units.includes(unit))) return undefined;
    teams[town] = best.units;
    for (const unit of best.units) prices[unit] = Number.POSITIVE_INFINITY;
  }
  const proposal = new Proposal(instance, teams);
  return movedBetween(repair.before, teamsOf(proposal)).length > repair.limit ? undefined : proposal;
}

function unitsOf({ problem, units }: Instance, teams: Team[]): number[][] {
  const numberOf = new Map(problem.officers.map(({ id }, number) => [id, number]));
  const unitOf = new Map(units.flatMap((unit, number) => unit.officers.map((officer) => [officer, number])));
  const byTown = new Map(teams.map((team) => [team.municipality, team.officers]));
  return problem.municipalities.map(({ id }) => [
    ...new Set((byTown.get(id) ?? []).map((officer) => unitOf.get(numberOf.get(officer) as number) as number)),
  ]);
}

export const proposalOf = (instance: Instance, teams: Team[]) => new Proposal(instance, unitsOf(instance, teams));

export function teamsOf({ instance, teams }: Proposal): Team[] {
  const { municipalities, officers } = instance.problem;
  return teams.map((units, town) => ({
    municipality: municipalities[town]?.id as string,
    officers: units
      .flatMap((unit) => instance.units[unit]?.officers.map((one) => officers[one]?.id as string) ?? [])
      .sort(),
  }));
}
