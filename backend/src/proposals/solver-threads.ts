import { Injectable } from '@nestjs/common';
import type { MatchingAnswer, MatchingTask } from '../matching/solve.js';
import { type Outcome, Solver } from '../matching/solver.js';

/** A search that goes on beside everything else. */
export interface Search {
  readonly outcome: Promise<Outcome>;
  end(why: 'stopped' | 'time'): void;
}

/** Begins a search in a thread of its own: the worker stays free for its other jobs. */
@Injectable()
export class SolverThreads {
  start(task: MatchingTask, progress: (answer: MatchingAnswer) => void): Search {
    return new Solver(task, progress);
  }
}
