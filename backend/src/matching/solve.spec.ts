import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Highs } from 'highs';
import { mayServe, pointsOfTeam, smallProblem, type Tried, tryAll } from '../../test/matching.js';
import { loadHighs } from './highs.js';
import type { Officer, Problem } from './problem.js';
import { Settings } from './settings.js';
import { type MatchingAnswer, type MatchingTask, solve } from './solve.js';
import { Infeasible } from './start.js';

const plain = Settings.parse({});
const shapes = [
  { towns: 3, officers: 10, teamSize: 2 },
  { towns: 2, officers: 9, teamSize: 3 },
  { towns: 4, officers: 9, teamSize: 1 },
];
const seeds = Array.from({ length: 15 }, (_, seed) => seed);
const cases = seeds.map((seed) => ({ seed, shape: shapes[seed % shapes.length] as (typeof shapes)[number] }));

/** Rules that a seed chooses among the people of the problem. */
function ruled(seed: number): Settings {
  const rules = [
    { kind: 'pin', officer: 'o2', municipality: 'm1' },
    { kind: 'together', officers: ['o3', 'o4'] },
    { kind: 'apart', officers: ['o5', 'o6', 'o7'] },
    { kind: 'ban', officer: 'o1', municipality: 'm2' },
  ].filter((_, at) => (seed >> at) & 1);
  return Settings.parse({ rules, ...(seed % 5 === 0 && { teamSize: { minimum: 2, maximum: 3 } }) });
}

describe('the solver beside every matching there is', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  const answerTo = (task: MatchingTask): MatchingAnswer | undefined => {
    try {
      return solve(highs, task, () => undefined);
    } catch (error) {
      if (error instanceof Infeasible) return undefined;
      throw error;
    }
  };
  const bestOf = (problem: Problem, settings: Settings, better: (a: Tried, b: Tried) => boolean) => {
    let best: Tried | undefined;
    tryAll(problem, settings, (tried) => {
      if (!best || better(tried, best)) best = tried;
    });
    return best;
  };
  const higherTotal = (a: Tried, b: Tried) => a.total > b.total;

  it.each(cases)('finds and proves the best of problem $seed', ({ seed, shape }) => {
    const problem = smallProblem(seed, shape);
    const answer = answerTo({ problem, settings: plain });
    const best = bestOf(problem, plain, higherTotal);
    expect(answer?.total).toBe(best && rounded(best.total));
    if (answer) expect([answer.status, answer.bound]).toEqual(['optimal', answer.total]);
  });

  it.each(cases)('does so under the rules of a round, in problem $seed', ({ seed, shape }) => {
    const settings = ruled(seed + 1);
    const problem = smallProblem(seed + 100, shape);
    const answer = answerTo({ problem, settings });
    expect(answer?.total).toBe(rounded(bestOf(problem, settings, higherTotal)?.total));
    for (const { municipality, officers } of answer?.teams ?? []) {
      const town = problem.municipalities.find(({ id }) => id === municipality) as Problem['municipalities'][number];
      const team = problem.officers.filter(({ id }) => officers.includes(id));
      expect(mayServe(problem, settings, town, team)).toBe(true);
    }
    const seated = answer?.teams.flatMap(({ officers }) => officers) ?? [];
    expect(new Set(seated).size).toBe(seated.length);
  });

  it.each(cases)('raises the smallest score first in fair mode, problem $seed', ({ seed, shape }) => {
    const problem = smallProblem(seed + 200, shape);
    const answer = answerTo({ problem, settings: plain, fair: true });
    const fairer = (a: Tried, b: Tried) =>
      a.minimum > b.minimum + 1e-9 || (Math.abs(a.minimum - b.minimum) < 1e-9 && a.total > b.total);
    const best = bestOf(problem, plain, fairer);
    expect(answer && [answer.minimum, answer.total, answer.status]).toEqual(
      best && [rounded(best.minimum), rounded(best.total), 'optimal'],
    );
  });

  it.each(cases)('moves as few as allowed after a drop-out, problem $seed', ({ seed, shape }) => {
    const problem = smallProblem(seed + 300, shape);
    const before = answerTo({ problem, settings: plain });
    if (!before) return expect(bestOf(problem, plain, higherTotal)).toBeUndefined();
    const lost = before.teams[0]?.officers[0] as string;
    const left = { ...problem, officers: problem.officers.filter(({ id }) => id !== lost) };
    const stay = before.teams.map((team) => ({ ...team, officers: team.officers.filter((id) => id !== lost) }));
    const places = new Map(stay.flatMap(({ municipality, officers }) => officers.map((id) => [id, municipality])));
    const limit = 1 + (seed % 3);
    let best: number | undefined;
    tryAll(left, plain, ({ total }, teams) => {
      const now = new Map(teams.flatMap(({ municipality, officers }) => officers.map((id) => [id, municipality])));
      const moved = left.officers.filter(({ id }: Officer) => places.get(id) !== now.get(id)).length;
      if (moved <= limit && total > (best ?? 0)) best = total;
    });
    const answer = answerTo({ problem: left, settings: plain, repair: { before: stay, limit } });
    expect(answer?.total).toBe(rounded(best));
    if (answer) expect(answer.status).toBe('optimal');
  });

  it('gives the same answer twice, also when the work is limited', () => {
    const problem = smallProblem(7, { towns: 8, officers: 36, teamSize: 3 });
    for (const task of [
      { problem, settings: plain },
      { problem, settings: plain, seconds: 0.05 },
      { problem, settings: plain, fair: true, seconds: 0.05 },
    ])
      expect(answerTo(task)).toEqual(answerTo(task));
  });

  it('never tells a bound below what it finds, and only better teams', () => {
    const problem = smallProblem(11, { towns: 8, officers: 36, teamSize: 3 });
    const told: MatchingAnswer[] = [];
    const last = solve(highs, { problem, settings: plain }, (answer) => told.push(answer));
    expect(last.status).toBe('optimal');
    for (const [at, { total, bound, teams }] of told.entries()) {
      expect(total).toBeGreaterThanOrEqual(told[at - 1]?.total ?? 0);
      expect(bound).toBeGreaterThanOrEqual(last.total);
      const points = teams.map(({ municipality, officers }) =>
        pointsOfTeam(
          problem,
          plain,
          problem.municipalities.find(({ id }) => id === municipality) as Problem['municipalities'][number],
          problem.officers.filter(({ id }) => officers.includes(id)),
        ),
      );
      expect(rounded(points.reduce((sum, one) => sum + one, 0))).toBe(total);
    }
  });
});

function rounded(points: number): number;
function rounded(points: number | undefined): number | undefined;
function rounded(points: number | undefined): number | undefined {
  return points === undefined ? undefined : Math.round(points * 10_000) / 10_000;
}
