import { Worker } from 'node:worker_threads';
import type { Rule } from './rules.js';
import type { MatchingAnswer, MatchingTask } from './solve.js';
import type { SolverMessage } from './solver-thread.js';

/** `stopped`: by whoever asked. `time`: the clock was faster than the counted work. */
export type Outcome =
  | { answer: Omit<MatchingAnswer, 'status'> & { status: MatchingAnswer['status'] | 'stopped' | 'time' } }
  | { conflict: Rule[] };

/** A search in a thread of its own: whoever starts it stays free, and may stop it at any time and keep the best. */
export class Solver {
  readonly outcome: Promise<Outcome>;
  private readonly worker: Worker;
  private latest: MatchingAnswer | undefined;
  private ending: 'stopped' | 'time' | undefined;
  private settle: (outcome: Outcome) => void = () => undefined;

  constructor(task: MatchingTask, progress: (answer: MatchingAnswer) => void = () => undefined) {
    this.worker = new Worker(new URL('./solver-thread.js', import.meta.url), { workerData: task });
    this.outcome = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.worker.on('error', reject);
    });
    this.worker.on('message', (message: SolverMessage) => {
      if (message.kind === 'infeasible') return this.settle({ conflict: message.conflict });
      this.latest = message.answer;
      if (message.kind === 'done') return this.settle({ answer: message.answer });
      progress(message.answer);
      if (this.ending) this.end(this.ending);
    });
  }

  /** Ends with the best so far; before there is one, as soon as there is. */
  end(why: 'stopped' | 'time'): void {
    this.ending = why;
    if (!this.latest) return;
    const status = this.latest.status === 'optimal' ? 'optimal' : why;
    this.settle({ answer: { ...this.latest, status } });
    void this.worker.terminate();
  }
}
