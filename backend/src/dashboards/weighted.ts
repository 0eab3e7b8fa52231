/** A value and how often it occurs. */
export type Weighted = readonly [value: number, times: number];

/** The smallest value that at least so many percent of all do not exceed; null of nothing. */
export function percentile(values: readonly Weighted[], percent: number): number | null {
  const ordered = [...values].sort(([left], [right]) => left - right);
  let left = Math.ceil((percent * ordered.reduce((sum, [, times]) => sum + times, 0)) / 100);
  for (const [value, times] of ordered) {
    left -= times;
    if (left <= 0 && times > 0) return value;
  }
  return null;
}
