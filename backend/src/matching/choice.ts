import type { Highs, Model } from 'highs';
import type { Instance } from './instance.js';
import { moveCost } from './moves.js';
import { type Aim, counted, Proposal } from './proposal.js';
import type { Column } from './team-search.js';
import type { Work } from './work.js';

/** An iteration of the simplex method on a model of this many entries, in steps of the search. */
const COST = 4;

export interface Choice {
  /** The best proposal made of the columns, undefined if none was found. */
  proposal: Proposal | undefined;
  /** No proposal made of the columns counts more. */
  bound: number;
}

/** Chooses one of the columns for each town so that no unit is in two teams and the sum is highest: an integer program. */
export function chooseTeams(
  highs: Highs,
  instance: Instance,
  columns: Column[],
  {
    aim,
    work,
    start,
    better,
  }: {
    aim: Aim;
    work: Work;
    start: Proposal;
    better: (proposal: Proposal) => void;
  },
): Choice {
  if (columns.length === 0) return { proposal: undefined, bound: Number.NEGATIVE_INFINITY };
  return highs.withModel(programOf(highs, instance, columns, aim), (model) => {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 1e-7 });
    seed(model, columns, start);
    const read = (values: Float64Array) => proposalOf(instance, columns, values);
    const before = work.spent;
    const { callbackType, modelStatus, solutionStatus } = highs.constants;
    model.run({
      [callbackType.mipInterrupt](event) {
        work.spent = before + COST * Number(event.data.mip_total_lp_iterations ?? 0n) * columns.length;
        if (work.over) event.interrupt();
      },
      [callbackType.mipImprovingSolution](event) {
        if (event.data.mip_solution) better(read(event.data.mip_solution));
      },
    });
    if (model.getModelStatus() === modelStatus.infeasible)
      return { proposal: undefined, bound: Number.NEGATIVE_INFINITY };
    const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
    return {
      proposal: found ? read(model.getSolution().colValue) : undefined,
      bound: Number(model.info.get('mip_dual_bound')),
    };
  });
}

function programOf(highs: Highs, instance: Instance, columns: Column[], aim: Aim) {
  const { moves } = instance;
  const towns = instance.towns.length;
  const numRows = towns + instance.units.length + (moves ? 1 : 0);
  const numCols = columns.length;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const entry = (row: number, value: number) => {
    indices.push(row);
    values.push(value);
  };
  for (const { town, units } of columns) {
    entry(town, 1);
    for (const unit of units) entry(towns + unit, 1);
    const cost = moves ? units.reduce((sum, unit) => sum + moveCost(moves, town, unit), 0) : 0;
    if (cost !== 0) entry(numRows - 1, cost);
    starts.push(indices.length);
  }
  const rowUpper = new Float64Array(numRows).fill(1);
  if (moves) rowUpper[numRows - 1] = moves.capacity;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ points }) => counted(aim, points)),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from({ length: numRows }, (_, row) => (row < towns ? 1 : Number.NEGATIVE_INFINITY)),
    rowUpper,
    integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer),
    matrix: { format: 'csc' as const, numRows, numCols, starts, indices, values },
  };
}

function seed(model: Model, columns: Column[], start: Proposal): void {
  const keys = new Set(start.teams.map((units, town) => keyOf({ town, units })));
  const colValue = columns.map((column) => (keys.has(keyOf(column)) ? 1 : 0));
  if (colValue.reduce<number>((sum, value) => sum + value, 0) === start.teams.length) model.setSolution({ colValue });
}

function proposalOf(instance: Instance, columns: Column[], values: Float64Array): Proposal {
  const teams: number[][] = [];
  for (const [at, { town, units }] of columns.entries()) if ((values[at] as number) > 0.5) teams[town] = units;
  return new Proposal(instance, teams);
}

export const keyOf = ({ town, units }: { town: number; units: number[] }) =>
  `${town}:${[...units].sort((a, b) => a - b).join()}`;
