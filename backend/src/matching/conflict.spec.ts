import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Highs } from 'highs';
import { smallProblem } from '../../test/matching.js';
import { possibility } from './conflict.js';
import { feasibleTeams } from './feasible.js';
import { loadHighs } from './highs.js';
import type { Problem } from './problem.js';
import { rulesOf, violationsOf } from './rules.js';
import { type ExtraRule, Settings } from './settings.js';

describe('rules that cannot be kept together', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });
  const conflictOf = (problem: Problem, rules: ExtraRule[] = []) => {
    const found = possibility(highs, problem, Settings.parse({ rules }));
    return 'conflict' in found ? found.conflict : undefined;
  };
  const ministries = (problem: Problem, name: (at: number) => string): Problem => ({
    ...problem,
    officers: problem.officers.map((officer, at) => ({
      ...officer,
      ministry: name(at),
      grade: 'middle',
      consent: true,
      excluded: [],
    })),
  });
  const roomy = ministries(smallProblem(1, { towns: 3, officers: 12, teamSize: 3 }), (at) => `省${at}`);

  it('names too few people with consent', () => {
    const officers = roomy.officers.map((officer, at) => ({ ...officer, consent: at < 8 }));
    expect(conflictOf({ ...roomy, officers })).toEqual([{ kind: 'size' }, { kind: 'oneTeam' }, { kind: 'consent' }]);
  });

  it('names two ministries for teams of three', () => {
    const problem = ministries(roomy, (at) => ['A省', 'B省'][at % 2] as string);
    expect(conflictOf(problem)).toEqual([{ kind: 'size' }, { kind: 'ministries' }]);
  });

  it('names a pin against a conflict of interest', () => {
    const officers = roomy.officers.map((officer, at) => (at === 4 ? { ...officer, excluded: ['m2'] } : officer));
    const pin: ExtraRule = { kind: 'pin', officer: 'o5', municipality: 'm2' };
    const other: ExtraRule = { kind: 'apart', officers: ['o1', 'o2'] };
    expect(conflictOf({ ...roomy, officers }, [other, pin])).toEqual([{ kind: 'excluded' }, pin]);
  });

  it('names the rules of the round that contradict each other, and no more', () => {
    const rules: ExtraRule[] = [
      { kind: 'ban', officer: 'o9', municipality: 'm1' },
      { kind: 'pin', officer: 'o1', municipality: 'm1' },
      { kind: 'pin', officer: 'o2', municipality: 'm1' },
      { kind: 'apart', officers: ['o1', 'o2'] },
      { kind: 'together', officers: ['o7', 'o8'] },
    ];
    expect(conflictOf(roomy, rules)).toEqual(rules.slice(1, 4));
  });

  it('finds teams that keep all rules, or a smallest set of rules without any', () => {
    const tight = Array.from({ length: 12 }, (_, seed) => smallProblem(seed, { towns: 3, officers: 9, teamSize: 3 }));
    const settings = Settings.parse({ rules: [{ kind: 'pin', officer: 'o1', municipality: 'm1' }] });
    const rules = rulesOf(settings);
    const possible = tight.map((problem) => {
      const found = possibility(highs, problem, settings);
      if ('teams' in found) expect(violationsOf(problem, settings, found.teams)).toEqual([]);
      else
        for (const subset of subsetsOf(rules))
          if (subset.length < found.conflict.length)
            expect(feasibleTeams(highs, problem, settings, subset)).toBeDefined();
      return 'teams' in found;
    });
    expect(new Set(possible)).toEqual(new Set([true, false]));
  });
});

const subsetsOf = <T>(list: T[]): T[][] => {
  const [first, ...rest] = list;
  if (first === undefined) return [[]];
  const without = subsetsOf(rest);
  return without.concat(without.map((one) => [first, ...one]));
};
