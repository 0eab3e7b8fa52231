import type { Officer, Problem } from './problem.js';
import type { MovesRule } from './rules.js';
import { type Settings, sizesOf } from './settings.js';
import type { Unit } from './units.js';

/** A repair counts who moves: `stayers` of a town would stay there, `called` counts those who come from the reserve. */
export interface Moves {
  stayers: Map<number, number>[];
  called: Uint8Array;
  /** So many can come new to each town. */
  newcomers: Int32Array;
  /** So many may move, less all who had a place. */
  capacity: number;
}

/** What a unit in a town adds to the count of moves: one who stays counts −1. */
export const moveCost = ({ stayers, called }: Moves, town: number, unit: number) =>
  (called[unit] as number) - (stayers[town]?.get(unit) ?? 0);

export function movesOf(problem: Problem, settings: Settings, units: Unit[], { before, limit }: MovesRule): Moves {
  const { municipalities, officers } = problem;
  const home = new Map(before.flatMap((team) => team.officers.map((officer) => [officer, team.municipality])));
  const homesIn = ({ officers: members }: Unit) => members.map((one) => home.get((officers[one] as Officer).id));
  const stayers = municipalities.map(({ id }) => {
    const count = (unit: Unit) => homesIn(unit).filter((town) => town === id).length;
    return new Map(units.flatMap((unit, number) => (count(unit) > 0 ? [[number, count(unit)]] : [])));
  });
  const called = Uint8Array.from(units, (unit) => homesIn(unit).filter((town) => town === undefined).length);
  const { minimum } = sizesOf(settings, problem);
  const seated = new Map(before.map((team) => [team.municipality, team.officers.length]));
  const empty = municipalities.map(({ id }) => Math.max(0, minimum - (seated.get(id) ?? 0)));
  const all = empty.reduce((sum, count) => sum + count, 0);
  // Who comes to a town and who leaves it are different people, and one comes for each empty place elsewhere.
  const newcomers = Int32Array.from(empty, (count) => Math.min(Math.floor((limit + count) / 2), limit - (all - count)));
  return { stayers, called, newcomers, capacity: limit - home.size };
}
