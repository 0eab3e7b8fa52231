import type { Highs } from 'highs';

type Entry = [variable: number, factor: number];

/** A program in whole numbers that asks only whether something is possible. */
export class Program {
  private readonly upper: number[] = [];
  private readonly lower: number[] = [];
  private readonly rows: { least: number; most: number; entries: Entry[] }[] = [];

  /** A new number from 0 to `most`. */
  number(most: number): number {
    this.lower.push(0);
    return this.upper.push(most) - 1;
  }

  fix(variable: number, value: number): void {
    this.lower[variable] = value;
    this.upper[variable] = value;
  }

  sum(least: number, most: number, variables: number[]): void {
    this.row(
      least,
      most,
      variables.map((variable) => [variable, 1]),
    );
  }

  row(least: number, most: number, entries: Entry[]): void {
    this.rows.push({ least, most, entries });
  }

  solve(highs: Highs): Float64Array | undefined {
    const starts = [0];
    for (const { entries } of this.rows) starts.push((starts.at(-1) as number) + entries.length);
    const entries = this.rows.flatMap((row) => row.entries);
    const [numRows, numCols] = [this.rows.length, this.upper.length];
    const data = {
      numCols,
      numRows,
      colCost: new Float64Array(numCols),
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: this.rows.map(({ least }) => least),
      rowUpper: this.rows.map(({ most }) => most),
      integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
      matrix: {
        format: 'csr' as const,
        numRows,
        numCols,
        starts,
        indices: entries.map(([variable]) => variable),
        values: entries.map(([, factor]) => factor),
      },
    };
    return highs.withModel(data, (model) => {
      model.options.set({ output_flag: false, random_seed: 0 });
      model.run();
      const status = model.getModelStatus();
      const { optimal, infeasible } = highs.constants.modelStatus;
      if (status !== optimal && status !== infeasible) throw new Error(`HiGHS ended with status ${status}`);
      return status === optimal ? model.getSolution().colValue : undefined;
    });
  }
}
