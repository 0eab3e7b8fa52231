import type { Highs } from 'highs';
import { fairest } from './fairness.js';
import { instanceOf } from './instance.js';
import { EXACT, Optimum, type Standing } from './optimum.js';
import type { Problem, Team } from './problem.js';
import { TOTAL } from './proposal.js';
import { rulesOf, violationsOf } from './rules.js';
import { scoreTeam } from './score.js';
import { type Settings, sizesOf } from './settings.js';
import { firstProposal, teamsOf } from './start.js';
import { STEPS_PER_SECOND, Work } from './work.js';

export interface MatchingTask {
  problem: Problem;
  settings: Settings;
  fair?: boolean;
  /** How long to work, in seconds of a usual core; counted in steps, so the same everywhere. */
  seconds?: number;
  /** After a drop-out: the teams before, without those who left, and how many others may move. */
  repair?: { before: Team[]; limit: number };
}

/** `optimal`: proven. `feasible`: the work allowed is done, the bound tells how far it may be from the best. */
export interface MatchingAnswer {
  teams: Team[];
  total: number;
  minimum: number;
  bound: number;
  minimumBound?: number;
  status: 'optimal' | 'feasible';
}

export function solve(highs: Highs, task: MatchingTask, report: (answer: MatchingAnswer) => void): MatchingAnswer {
  const { problem, settings } = task;
  const repair = task.repair && { kind: 'moves' as const, ...task.repair };
  const work = new Work((task.seconds ?? Number.POSITIVE_INFINITY) * STEPS_PER_SECOND);
  const instance = instanceOf(problem, settings, repair);
  const start = firstProposal(highs, instance, work, repair);
  const tell = (standing: Standing & { minimumBound?: number }) => report(answerOf(task, standing));
  tell({ best: start, value: start.value(TOTAL), bound: Number.POSITIVE_INFINITY });
  const common = { highs, instance, work, report: tell };
  const standing = task.fair ? fairest(common, start) : new Optimum({ ...common, aim: TOTAL }, start).find();
  const answer = answerOf(task, standing);
  const rules = [...rulesOf(settings), ...(repair ? [repair] : [])];
  if (violationsOf(problem, settings, answer.teams, rules).length > 0) throw new Error('the teams found break a rule');
  return answer;
}

function answerOf({ problem, settings }: MatchingTask, standing: Standing & { minimumBound?: number }): MatchingAnswer {
  const teams = teamsOf(standing.best);
  const scores = scoresOf(problem, settings, teams);
  const total = scores.reduce((sum, score) => sum + score, 0);
  const minimum = Math.min(...scores);
  const most = Object.values(settings.weights).reduce((sum, points) => sum + points, 0);
  const proven = standing.bound - total <= EXACT && (standing.minimumBound ?? minimum) - minimum <= EXACT;
  return {
    teams,
    total: rounded(total),
    minimum: rounded(minimum),
    bound: rounded(Math.max(total, Math.min(standing.bound, most * teams.length))),
    ...(standing.minimumBound !== undefined && { minimumBound: rounded(standing.minimumBound) }),
    status: proven ? 'optimal' : 'feasible',
  };
}

export function scoresOf(problem: Problem, settings: Settings, teams: Team[]): number[] {
  const people = new Map(problem.officers.map((officer) => [officer.id, officer]));
  const towns = new Map(problem.municipalities.map((town) => [town.id, town]));
  const { maximum } = sizesOf(settings, problem);
  return teams.map(({ municipality, officers }) => {
    const town = towns.get(municipality);
    return town
      ? scoreTeam(
          settings,
          maximum,
          town,
          officers.flatMap((id) => people.get(id) ?? []),
        ).total
      : 0;
  });
}

const rounded = (points: number) => Math.round(points * 10_000) / 10_000;
