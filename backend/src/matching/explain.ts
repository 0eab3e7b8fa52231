import type { Municipality, Officer, Problem, Team } from './problem.js';
import { rulesOf, type Violation, violationsOf } from './rules.js';
import { scoreTeam, type TeamScore } from './score.js';
import { type Settings, sizesOf } from './settings.js';

/** A round with its teams as they stand: what is asked about. */
export interface Draft {
  problem: Problem;
  settings: Settings;
  teams: Team[];
}

/** What other teams would mean: the points of each team before and after, and the rules they would break. */
export interface Change {
  teams: { municipality: string; officers: string[]; before: number; after: number }[];
  total: number;
  violations: Violation[];
}

const known = <T extends { id: string }>(list: T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not in the problem`);
  return found;
};

export function scoreOf({ problem, settings }: Draft, team: Team): TeamScore {
  const town: Municipality = known(problem.municipalities, team.municipality);
  const members: Officer[] = team.officers.map((id) => known(problem.officers, id));
  return scoreTeam(settings, sizesOf(settings, problem).maximum, town, members);
}

function changeTo(draft: Draft, after: Team[]): Change {
  const teams = after.map((team) => ({
    ...team,
    before: scoreOf(draft, teamAt(draft, team.municipality)).total,
    after: scoreOf(draft, team).total,
  }));
  const total = teams.reduce((sum, team) => sum + team.after - team.before, 0);
  return { teams, total, violations: violationsIn(draft, after) };
}

/** Two people in each other's places; whoever waits in reserve sends the other there. */
export function exchange(draft: Draft, one: string, other: string): Change {
  const [from, to] = [teamOf(draft, one), teamOf(draft, other)];
  if (!from && !to) return { teams: [], total: 0, violations: [] };
  if (from === to) return changeTo(draft, from ? [from] : []);
  const replaced = (team: Team | undefined, leaves: string, comes: string) =>
    team ? [{ ...team, officers: team.officers.map((id) => (id === leaves ? comes : id)) }] : [];
  return changeTo(draft, [...replaced(from, one, other), ...replaced(to, other, one)]);
}

/**
 * The best way to have an officer in a town's team while other teams stay as they are: somebody there makes room and takes
 * the officer's old place, or goes to the reserve while somebody from there does. With the rules it breaks if no way keeps
 * them all.
 */
export function withOfficer(draft: Draft, municipality: string, officer: string): Change {
  const team = teamAt(draft, municipality);
  const old = teamOf(draft, officer);
  const seated = new Set(draft.teams.flatMap(({ officers }) => officers));
  const reserve = draft.problem.officers.map(({ id }) => id).filter((id) => !seated.has(id));
  const ways = team.officers.flatMap((leaves) => {
    const here = { ...team, officers: team.officers.map((id) => (id === leaves ? officer : id)) };
    if (!old) return [changeTo(draft, [here])];
    return [leaves, ...reserve].map((fills) =>
      changeTo(draft, [here, { ...old, officers: old.officers.map((id) => (id === officer ? fills : id)) }]),
    );
  });
  const [best] = ways.sort((a, b) => a.violations.length - b.violations.length || b.total - a.total);
  if (!best) throw new Error(`${municipality} has no team`);
  return best;
}

const teamOf = ({ teams }: Draft, officer: string) => teams.find(({ officers }) => officers.includes(officer));

export function teamAt({ teams }: Draft, municipality: string): Team {
  const found = teams.find((team) => team.municipality === municipality);
  if (!found) throw new Error(`${municipality} has no team`);
  return found;
}

/** Rules broken in these towns; those of other towns are not touched. */
function violationsIn({ problem, settings }: Draft, teams: Team[]): Violation[] {
  const towns = new Set(teams.map(({ municipality }) => municipality));
  const municipalities = problem.municipalities.filter(({ id }) => towns.has(id));
  const rules = rulesOf(settings).filter((rule) => rule.kind !== 'pin' || towns.has(rule.municipality));
  return violationsOf({ ...problem, municipalities }, settings, teams, rules);
}
