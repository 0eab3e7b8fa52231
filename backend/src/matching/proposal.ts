import type { Instance } from './instance.js';
import { BARRED, type Town } from './towns.js';
import { GROWN } from './worth.js';

/** What counts: points up to the cap, and teams below the floor hardly at all. */
export interface Aim {
  floor: number;
  cap: number;
}

export const TOTAL: Aim = { floor: 0, cap: Number.POSITIVE_INFINITY };
const BELOW_FLOOR = 1000;

export const counted = ({ floor, cap }: Aim, points: number) =>
  Math.min(points, cap) - (points < floor ? BELOW_FLOOR : 0);

/** The points of a team, or undefined if a rule forbids it. */
export function pointsOf(instance: Instance, number: number, units: number[]): number | undefined {
  const town = instance.towns[number] as Town;
  const all = instance.units.length;
  let [mask, wish, size] = [0, 0, 0];
  for (const [at, unit] of units.entries()) {
    const kind = town.maskOf[unit] as number;
    if (kind === BARRED || instance.clash[unit * all + unit]) return undefined;
    for (let other = 0; other < at; other++)
      if (instance.clash[unit * all + (units[other] as number)]) return undefined;
    mask |= town.masks[kind] as number;
    wish += town.wishes.get(unit) ?? 0;
    size += instance.sizeOf[unit] as number;
  }
  const { minimum, maximum } = instance.size;
  if (size < minimum || size > maximum || !(mask & GROWN) || !town.fixed.every((unit) => units.includes(unit)))
    return undefined;
  return town.worth.of(mask) + wish;
}

/** A team for every town; no unit in two. */
export class Proposal {
  readonly points: Float64Array;
  /** The town of each unit, −1 for those who stay in reserve. */
  readonly townOf: Int32Array;

  constructor(
    readonly instance: Instance,
    readonly teams: number[][],
  ) {
    this.townOf = new Int32Array(instance.units.length).fill(-1);
    this.points = Float64Array.from(teams, (units, town) => {
      for (const unit of units) {
        if (this.townOf[unit] !== -1) throw new Error(`unit ${unit} is in two teams`);
        this.townOf[unit] = town;
      }
      const points = pointsOf(instance, town, units);
      if (points === undefined) throw new Error(`the team of town ${town} breaks a rule`);
      return points;
    });
  }

  value(aim: Aim): number {
    return this.points.reduce((sum, points) => sum + counted(aim, points), 0);
  }

  get minimum(): number {
    return this.points.reduce((least, points) => Math.min(least, points), Number.POSITIVE_INFINITY);
  }
}
