/**
 * Work done, in steps of the search; about ten million are a second of one core. What is counted does not depend on the
 * machine, so a limit of work gives the same result everywhere.
 */
export const STEPS_PER_SECOND = 10_000_000;

export class Work {
  spent = 0;

  constructor(public limit = Number.POSITIVE_INFINITY) {}

  get left(): number {
    return Math.max(0, this.limit - this.spent);
  }

  get over(): boolean {
    return this.spent >= this.limit;
  }
}
