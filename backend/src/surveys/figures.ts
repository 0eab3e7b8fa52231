/**
 * The mean of whole points to one decimal, half up; null of nothing. Whole numbers only: a binary fraction would round
 * 4.25 down now and then.
 */
export function meanHalfUp(sum: number, n: number): number | null {
  return n === 0 ? null : Math.floor((20 * sum + n) / (2 * n)) / 10;
}

/** The share in percent to one decimal, half up; null of nothing. 36 of 125 is 28.8. */
export function percentHalfUp(count: number, n: number): number | null {
  return meanHalfUp(100 * count, n);
}
