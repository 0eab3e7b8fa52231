import type { Municipality, Officer } from './problem.js';
import type { Settings } from './settings.js';

/** One reason for the points of a team. `by`: the officers who earn them. */
export interface ScorePart {
  kind: 'coverage' | 'tie' | 'preference' | 'localExperience' | 'gradeMix';
  points: number;
  most: number;
  by: string[];
  /** Of a theme: its field and the best skill for it in the team. */
  field?: string;
  skill?: number;
}

export interface TeamScore {
  total: number;
  parts: ScorePart[];
}

type Scoring = Pick<Settings, 'weights' | 'preferenceShares'>;

/** The points of a team and where they come from; `size` is the full size of a team. */
export function scoreTeam(scoring: Scoring, size: number, municipality: Municipality, team: Officer[]): TeamScore {
  const parts = [
    ...municipality.themes.map((theme) => coverage(scoring, municipality, theme, team)),
    part('tie', scoring.weights.tie, team, ({ ties }) => ties.includes(municipality.prefecture)),
    preference(scoring, size, municipality, team),
    part('localExperience', scoring.weights.localExperience, team, ({ localExperience }) => localExperience),
    gradeMix(scoring, team),
  ];
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** How much a wish of this rank (0 for the first) is worth of the points for wishes. */
export const shareOf = ({ preferenceShares }: Scoring, rank: number) => preferenceShares[rank] ?? 0;

function coverage(
  { weights }: Scoring,
  { themes }: Municipality,
  theme: Municipality['themes'][number],
  team: Officer[],
) {
  const whole = themes.reduce((sum, { weight }) => sum + weight, 0);
  const skillOf = ({ skills }: Officer) => skills[theme.field] ?? 0;
  const skill = Math.max(0, ...team.map(skillOf));
  const most = (weights.coverage * theme.weight) / whole;
  const by = skill > 0 ? team.filter((officer) => skillOf(officer) === skill).map(({ id }) => id) : [];
  return { kind: 'coverage' as const, points: (most * skill) / 3, most, by, field: theme.field, skill };
}

function part(kind: 'tie' | 'localExperience', most: number, team: Officer[], holds: (officer: Officer) => boolean) {
  const by = team.filter(holds).map(({ id }) => id);
  return { kind, points: by.length > 0 ? most : 0, most, by };
}

function preference(scoring: Scoring, size: number, { id }: Municipality, team: Officer[]): ScorePart {
  const most = scoring.weights.preference;
  const wishing = team.filter(({ preferences }) => preferences.includes(id));
  const shares = wishing.reduce((sum, { preferences }) => sum + shareOf(scoring, preferences.indexOf(id)), 0);
  return { kind: 'preference', points: (most * shares) / size, most, by: wishing.map((officer) => officer.id) };
}

function gradeMix({ weights }: Scoring, team: Officer[]): ScorePart {
  const ends = team.filter(({ grade }) => grade !== 'middle');
  const mixed = new Set(ends.map(({ grade }) => grade)).size === 2;
  const by = mixed ? ends.map(({ id }) => id) : [];
  return { kind: 'gradeMix', points: mixed ? weights.gradeMix : 0, most: weights.gradeMix, by };
}
