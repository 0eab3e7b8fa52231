import { type Moves, movesOf } from './moves.js';
import type { Problem } from './problem.js';
import type { MovesRule } from './rules.js';
import { type Settings, sizesOf } from './settings.js';
import { type Town, townsOf } from './towns.js';
import { clashes, joined, type Unit } from './units.js';

/** The problem in numbers: towns, units, who may go where, and what each brings. */
export interface Instance {
  problem: Problem;
  settings: Settings;
  size: { minimum: number; maximum: number };
  mix: number;
  units: Unit[];
  sizeOf: Uint8Array;
  /** Whether two units must not meet in a team: row × units + column. */
  clash: Uint8Array;
  towns: Town[];
  moves?: Moves;
}

export function instanceOf(problem: Problem, settings: Settings, repair?: MovesRule): Instance {
  const size = sizesOf(settings, problem);
  const numberOf = new Map(problem.officers.map(({ id }, at) => [id, at]));
  const at = (id: string) => numberOf.get(id) as number;
  const groups = joined(settings, at);
  const ruled = new Set(
    settings.rules.filter(({ kind }) => kind === 'apart').flatMap((rule) => ('officers' in rule ? rule.officers : [])),
  );
  const ministries = [...new Set(problem.officers.map(({ ministry }) => ministry))];
  const ministryOf = new Map(ministries.map((name, number) => [name, number]));
  const grouped = new Set(groups.flat());
  const units: Unit[] = [
    ...problem.officers.flatMap(({ id, ministry }, officer) =>
      grouped.has(officer)
        ? []
        : [{ officers: [officer], ministry: ministryOf.get(ministry) as number, plain: !ruled.has(id) }],
    ),
    ...groups.map((officers) => ({ officers, ministry: -1, plain: false })),
  ];
  const unitOf = new Map(units.flatMap(({ officers }, unit) => officers.map((officer) => [officer, unit])));
  const clash = clashes(problem, settings, units, (id) => unitOf.get(at(id)) as number);
  return {
    problem,
    settings,
    size,
    mix: settings.weights.gradeMix,
    units,
    sizeOf: Uint8Array.from(units, ({ officers }) => officers.length),
    clash,
    towns: townsOf(problem, settings, units, clash, size.maximum),
    ...(repair && { moves: movesOf(problem, settings, units, repair) }),
  };
}
