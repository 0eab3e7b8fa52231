/** One line per step; a step that throws has failed, and its story ends there. */
export class Report {
  constructor(name = 'walkthrough') {
    this.name = name;
  }

  steps = 0;
  failed = 0;
  started = Date.now();

  async story(name, play) {
    console.log(`\n■ ${name}`);
    try {
      await play((label, work) => this.step(label, work));
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
    }
  }

  async step(label, work) {
    this.steps += 1;
    try {
      const result = await work();
      console.log(`  ✓ ${label}`);
      return result;
    } catch (error) {
      this.failed += 1;
      console.log(`  ✗ ${label}\n      ${error instanceof Error ? error.message : error}`);
      throw new StepFailed();
    }
  }

  end() {
    const seconds = ((Date.now() - this.started) / 1000).toFixed(1);
    console.log(`\n${this.name}: ${this.steps} steps, ${this.failed} failed, ${seconds} s`);
    return this.failed === 0 ? 0 : 1;
  }
}

class StepFailed extends Error {}

/** @throws when it is not so, saying what was there instead */
export function expect(holds, what, seen) {
  if (!holds) throw new Error(`${what}${seen === undefined ? '' : `: ${JSON.stringify(seen)?.slice(0, 600)}`}`);
}
