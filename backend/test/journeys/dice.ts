import { randomFrom } from '../../../infra/random.mjs';

/** The same throws for the same seed. */
export function dice(seed: number) {
  const next = randomFrom(seed);
  const below = (sides: number): number => Math.floor(next() * sides);
  return {
    below,
    chance: (of: number): boolean => next() < of,
    pick<T>(list: readonly T[]): T {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    some: <T>(list: readonly T[], of: number): T[] => list.filter(() => next() < of),
  };
}
export type Dice = ReturnType<typeof dice>;
