import { describe, expect, it } from '@jest/globals';
import { Officer } from './problem.js';
import { scoreTeam } from './score.js';
import { Settings } from './settings.js';

const town = {
  id: 'm1',
  prefecture: '32',
  themes: [
    { field: 'tourism', weight: 3 },
    { field: 'transport', weight: 2 },
  ],
};
const officer = (given: Partial<Officer>): Officer => ({
  id: 'o1',
  ministry: '観光庁',
  grade: 'middle',
  skills: {},
  ties: [],
  localExperience: false,
  preferences: [],
  excluded: [],
  consent: true,
  ...given,
});
const settings = Settings.parse({});
const parts = (team: Officer[]) =>
  Object.fromEntries(
    scoreTeam(settings, 3, town, team).parts.map(({ kind, field, points, by }) => [field ?? kind, { points, by }]),
  );

describe('the score of a team', () => {
  it('is 100 for a team that has everything', () => {
    const all = { skills: { tourism: 3, transport: 3 }, ties: ['32'], localExperience: true, preferences: ['m1'] };
    const team = [
      officer({ id: 'o1', grade: 'junior', ...all }),
      officer({ id: 'o2', grade: 'senior', ...all }),
      officer({ id: 'o3', ...all }),
    ];
    expect(scoreTeam(settings, 3, town, team).total).toBeCloseTo(100, 9);
  });

  it('counts the best skill for each theme by its weight, and says whose it is', () => {
    const team = [
      officer({ id: 'o1', skills: { tourism: 1 } }),
      officer({ id: 'o2', skills: { tourism: 2, transport: 3 } }),
    ];
    expect(parts(team)).toMatchObject({
      tourism: { points: 24, by: ['o2'] },
      transport: { points: 24, by: ['o2'] },
    });
    expect(scoreTeam(settings, 3, town, team).total).toBeCloseTo(48, 9);
  });

  it('adds the shares of first, second and third wishes over the size of a team', () => {
    const wishing = (id: string, preferences: string[]) => officer({ id, preferences });
    const team = [wishing('o1', ['m1']), wishing('o2', ['m9', 'm1']), wishing('o3', ['m8', 'm9', 'm1'])];
    expect(parts(team).preference).toEqual({ points: expect.closeTo(9.5, 9), by: ['o1', 'o2', 'o3'] });
  });

  it('gives points once for a tie, for local experience, and for a senior beside a junior', () => {
    const team = [
      officer({ id: 'o1', grade: 'junior', ties: ['32'] }),
      officer({ id: 'o2', grade: 'senior', ties: ['32'], localExperience: true }),
      officer({ id: 'o3', ties: ['01'] }),
    ];
    expect(parts(team)).toMatchObject({
      tie: { points: 15, by: ['o1', 'o2'] },
      localExperience: { points: 5, by: ['o2'] },
      gradeMix: { points: 5, by: ['o1', 'o2'] },
      preference: { points: 0, by: [] },
    });
  });

  it('goes by the weights of the round', () => {
    const other = Settings.parse({ weights: { tie: 40, coverage: 10 }, preferenceShares: [0.5] });
    const team = [officer({ ties: ['32'], preferences: ['m1'], skills: { tourism: 3 } })];
    expect(scoreTeam(other, 3, town, team).total).toBeCloseTo(40 + 6 + (15 * 0.5) / 3, 9);
  });
});
