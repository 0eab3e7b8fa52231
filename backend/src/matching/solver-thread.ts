import { parentPort, workerData } from 'node:worker_threads';
import { loadHighs } from './highs.js';
import type { Rule } from './rules.js';
import { type MatchingAnswer, type MatchingTask, solve } from './solve.js';
import { Infeasible } from './start.js';

export type SolverMessage =
  | { kind: 'progress' | 'done'; answer: MatchingAnswer }
  | { kind: 'infeasible'; conflict: Rule[] };

const tell = (message: SolverMessage) => parentPort?.postMessage(message);

try {
  const answer = solve(await loadHighs(), workerData as MatchingTask, (better) =>
    tell({ kind: 'progress', answer: better }),
  );
  tell({ kind: 'done', answer });
} catch (error) {
  if (!(error instanceof Infeasible)) throw error;
  tell({ kind: 'infeasible', conflict: error.conflict });
}
