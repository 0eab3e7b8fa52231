import type { Settings } from './settings.js';

/** What a team brings, one bit each. Each theme follows with three bits: a skill of 2 sets the first two. */
export const TIE = 1;
export const LOCAL = 2;
export const SENIOR = 4;
export const JUNIOR = 8;
export const GROWN = 16;
const FIRST_THEME = 5;
const LOW_BITS = 12;

export const skillBits = (theme: number, skill: number) => ((1 << skill) - 1) << (FIRST_THEME + 3 * theme);

/**
 * Points by what a team brings, all but wishes. Bits of members are joined by "or": the best skill counts, once.
 * Two tables, so that eight themes fit.
 */
export class Worth {
  private readonly low = new Float64Array(1 << LOW_BITS);
  private readonly high: Float64Array;

  constructor(weights: Settings['weights'], themes: number[]) {
    const whole = themes.reduce((sum, weight) => sum + weight, 0);
    const bits = FIRST_THEME + 3 * themes.length;
    const points = (bit: number) => {
      if (bit >= FIRST_THEME)
        return (weights.coverage * (themes[Math.floor((bit - FIRST_THEME) / 3)] ?? 0)) / whole / 3;
      return 1 << bit === TIE ? weights.tie : 1 << bit === LOCAL ? weights.localExperience : 0;
    };
    this.high = new Float64Array(1 << Math.max(0, bits - LOW_BITS));
    fill(this.low, points, 0);
    fill(this.high, points, LOW_BITS);
    const mix = SENIOR | JUNIOR;
    for (let mask = 0; mask < this.low.length; mask++)
      if ((mask & mix) === mix) this.low[mask] = (this.low[mask] ?? 0) + weights.gradeMix;
  }

  of(mask: number): number {
    return (this.low[mask & ((1 << LOW_BITS) - 1)] as number) + (this.high[mask >>> LOW_BITS] as number);
  }
}

/** Each mask is worth its lowest bit and the rest of it. */
function fill(table: Float64Array, points: (bit: number) => number, shift: number): void {
  for (let mask = 1; mask < table.length; mask++) {
    const lowest = 31 - Math.clz32(mask & -mask);
    table[mask] = (table[mask & (mask - 1)] ?? 0) + points(lowest + shift);
  }
}
