import type { Officer, Problem, Team } from './problem.js';
import { type ExtraRule, type Settings, sizesOf } from './settings.js';

/** How few may move: the teams before, without those who dropped out. */
export interface MovesRule {
  kind: 'moves';
  limit: number;
  before: Team[];
}

/** What must hold: always, by the settings of the round, or for one repair. */
export type Rule =
  | { kind: 'size' | 'oneTeam' | 'ministries' | 'grades' | 'consent' | 'excluded' }
  | ExtraRule
  | MovesRule;

/** A rule that teams break, where and by whom. */
export interface Violation {
  rule: Rule;
  municipality?: string;
  officers: string[];
}

export const rulesOf = ({ rules }: Settings): Rule[] => [
  { kind: 'size' },
  { kind: 'oneTeam' },
  { kind: 'ministries' },
  { kind: 'grades' },
  { kind: 'consent' },
  { kind: 'excluded' },
  ...rules,
];

export function violationsOf(
  problem: Problem,
  settings: Settings,
  teams: Team[],
  rules = rulesOf(settings),
): Violation[] {
  const people = new Map(problem.officers.map((officer) => [officer.id, officer]));
  const known = teams.map(({ municipality, officers }) => ({
    municipality,
    members: officers.flatMap((id) => people.get(id) ?? []),
  }));
  return rules.flatMap((rule) => broken(rule, problem, settings, known).map((where) => ({ rule, ...where })));
}

type Known = { municipality: string; members: Officer[] };
type Where = Omit<Violation, 'rule'>;

function broken(rule: Rule, problem: Problem, settings: Settings, teams: Known[]): Where[] {
  const inTeams = (wrong: (members: Officer[], town: string) => Officer[] | undefined) =>
    teams.flatMap(({ municipality, members }) => {
      const found = wrong(members, municipality);
      return found ? [{ municipality, officers: ids(found) }] : [];
    });
  const some = (list: Officer[]) => (list.length > 0 ? list : undefined);
  switch (rule.kind) {
    case 'size':
      return wrongSizes(problem, settings, teams);
    case 'oneTeam':
      return inSeveral(teams);
    case 'ministries':
      return inTeams((members) =>
        some(members.filter((one) => members.some((other) => other !== one && other.ministry === one.ministry))),
      );
    case 'grades':
      return inTeams((members) => (members.every(({ grade }) => grade === 'junior') ? members : undefined));
    case 'consent':
      return inTeams((members) => some(members.filter(({ consent }) => !consent)));
    case 'excluded':
      return inTeams((members, town) => some(members.filter(({ excluded }) => excluded.includes(town))));
    case 'ban':
      return inTeams((members, town) =>
        town === rule.municipality ? some(members.filter(({ id }) => id === rule.officer)) : undefined,
      );
    case 'apart':
      return inTeams((members) => {
        const found = members.filter(({ id }) => rule.officers.includes(id));
        return found.length > 1 ? found : undefined;
      });
    case 'together':
      return inTeams((members) => {
        const found = members.filter(({ id }) => rule.officers.includes(id));
        return found.length > 0 && found.length < new Set(rule.officers).size ? found : undefined;
      });
    case 'pin': {
      const team = teams.find(({ municipality }) => municipality === rule.municipality);
      const there = team?.members.some(({ id }) => id === rule.officer);
      return there ? [] : [{ municipality: rule.municipality, officers: [rule.officer] }];
    }
    case 'moves': {
      const moved = movedBetween(
        rule.before,
        teams.map(({ municipality, members }) => ({ municipality, officers: ids(members) })),
      );
      return moved.length > rule.limit ? [{ officers: moved }] : [];
    }
  }
}

const ids = (officers: Officer[]) => officers.map(({ id }) => id);

function wrongSizes({ municipalities, teamSize }: Problem, settings: Settings, teams: Known[]): Where[] {
  const { minimum, maximum } = sizesOf(settings, { teamSize });
  return municipalities.flatMap(({ id }) => {
    const members = teams.filter(({ municipality }) => municipality === id).flatMap((team) => team.members);
    const fits = members.length >= minimum && members.length <= maximum;
    return fits ? [] : [{ municipality: id, officers: ids(members) }];
  });
}

function inSeveral(teams: Known[]): Where[] {
  const seen = new Set<string>();
  return teams.flatMap(({ municipality, members }) => {
    const again = ids(members).filter((id) => seen.has(id));
    for (const { id } of members) seen.add(id);
    return again.length > 0 ? [{ municipality, officers: again }] : [];
  });
}

/** Everybody whose place is another one: called from the reserve, sent to it, or in another team. */
export function movedBetween(before: Team[], after: Team[]): string[] {
  const places = (teams: Team[]) =>
    new Map(teams.flatMap(({ municipality, officers }) => officers.map((officer) => [officer, municipality])));
  const [old, now] = [places(before), places(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((officer) => old.get(officer) !== now.get(officer)).sort();
}
