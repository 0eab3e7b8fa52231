/** 「82.3」; null shows as 「－」. */
export const points = (value: number | null): string => (value === null ? '－' : value.toFixed(1));

/** 「+1.2」「−0.4」 */
export const difference = (before: number, after: number): string => {
  const change = after - before;
  return `${change < -0.05 ? '−' : '+'}${Math.abs(change).toFixed(1)}`;
};
