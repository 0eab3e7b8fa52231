import { randomFrom } from '../../infra/random.mjs';
import type { Municipality, Officer, Problem, Team } from '../src/matching/problem.js';
import type { ExtraRule, Settings } from '../src/matching/settings.js';

/** Problems small enough to try every matching, and the trying: written apart from the product, to be compared with it. */
const FIELDS = ['tourism', 'industry', 'digital', 'disaster'];
const PREFECTURES = ['01', '13', '47'];

export function smallProblem(seed: number, shape: { towns: number; officers: number; teamSize: number }): Problem {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const some = <T>(list: readonly T[], most: number) => [
    ...new Set(Array.from({ length: below(most + 1) }, () => pick(list))),
  ];
  const towns = Array.from({ length: shape.towns }, (_, at) => `m${at + 1}`);
  const municipalities = towns.map((id) => {
    const fields = [pick(FIELDS), ...some(FIELDS, 2)];
    const themes = [...new Set(fields)].map((field, at) => ({ field, weight: Math.max(1, 3 - at) }));
    return { id, prefecture: pick(PREFECTURES), themes };
  });
  const officers = Array.from({ length: shape.officers }, (_, at) => ({
    id: `o${at + 1}`,
    ministry: pick(['A省', 'B省', 'C省', 'D省', 'E省']),
    grade: pick(['junior', 'middle', 'senior'] as const),
    skills: Object.fromEntries(some(FIELDS, 2).map((field) => [field, 1 + below(3)])),
    ties: some(PREFECTURES, 1),
    localExperience: random() < 0.3,
    preferences: some(towns, 2),
    excluded: random() < 0.1 ? [pick(towns)] : [],
    consent: random() < 0.95,
  }));
  return { teamSize: shape.teamSize, municipalities, officers };
}

export function pointsOfTeam(problem: Problem, settings: Settings, town: Municipality, team: Officer[]): number {
  const { weights } = settings;
  const size = settings.teamSize?.maximum ?? problem.teamSize;
  let [covered, whole] = [0, 0];
  for (const { field, weight } of town.themes) {
    whole += weight;
    covered += (weight * Math.max(...team.map(({ skills }) => skills[field] ?? 0))) / 3;
  }
  let wishes = 0;
  for (const { preferences } of team) wishes += settings.preferenceShares[preferences.indexOf(town.id)] ?? 0;
  const grades = team.map(({ grade }) => grade);
  return (
    (weights.coverage * covered) / whole +
    (team.some(({ ties }) => ties.includes(town.prefecture)) ? weights.tie : 0) +
    (weights.preference * wishes) / size +
    (team.some(({ localExperience }) => localExperience) ? weights.localExperience : 0) +
    (grades.includes('junior') && grades.includes('senior') ? weights.gradeMix : 0)
  );
}

/** Whether one team alone keeps all rules. */
export function mayServe(problem: Problem, settings: Settings, town: Municipality, team: Officer[]): boolean {
  const size = settings.teamSize ?? { minimum: problem.teamSize, maximum: problem.teamSize };
  const ids = team.map(({ id }) => id);
  const keeps = (rule: ExtraRule) => {
    if (rule.kind === 'ban') return !(rule.municipality === town.id && ids.includes(rule.officer));
    if (rule.kind === 'pin') return ids.includes(rule.officer) === (rule.municipality === town.id);
    const count = rule.officers.filter((id) => ids.includes(id)).length;
    return rule.kind === 'apart' ? count < 2 : count === 0 || count === rule.officers.length;
  };
  return (
    team.length >= size.minimum &&
    team.length <= size.maximum &&
    new Set(team.map(({ ministry }) => ministry)).size === team.length &&
    !team.every(({ grade }) => grade === 'junior') &&
    team.every(({ consent, excluded }) => consent && !excluded.includes(town.id)) &&
    settings.rules.every(keeps)
  );
}

export interface Tried {
  total: number;
  minimum: number;
}

/** Every matching that keeps the rules, shown to `see`. */
export function tryAll(problem: Problem, settings: Settings, see: (tried: Tried, teams: Team[]) => void): void {
  const { municipalities, officers } = problem;
  const most = settings.teamSize?.maximum ?? problem.teamSize;
  const groups = subsets(officers.length, most);
  const options = municipalities.map((town) =>
    groups.flatMap((group) => {
      const team = group.map((at) => officers[at] as Officer);
      if (!mayServe(problem, settings, town, team)) return [];
      const mask = group.reduce((sum, at) => sum | (1 << at), 0);
      return [{ mask, ids: team.map(({ id }) => id), points: pointsOfTeam(problem, settings, town, team) }];
    }),
  );
  const descend = (town: number, used: number, tried: Tried, teams: Team[]): void => {
    if (town === municipalities.length) see(tried, teams);
    for (const { mask, ids, points } of options[town] ?? []) {
      if (used & mask) continue;
      const next = { total: tried.total + points, minimum: Math.min(tried.minimum, points) };
      descend(town + 1, used | mask, next, [
        ...teams,
        { municipality: municipalities[town]?.id as string, officers: ids },
      ]);
    }
  };
  descend(0, 0, { total: 0, minimum: Number.POSITIVE_INFINITY }, []);
}

function subsets(count: number, most: number): number[][] {
  let all: number[][] = [[]];
  for (let at = 0; at < count; at++)
    all = [...all, ...all.filter((one) => one.length < most).map((one) => [...one, at])];
  return all.filter((one) => one.length > 0);
}
