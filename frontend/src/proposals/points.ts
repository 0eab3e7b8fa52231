/** 「82.3」; null shows as 「－」. */
export const points = (value: number | null): string => (value === null ? '－' : value.toFixed(1));

/** 「+1.2」「−0.4」「±0.0」 */
export const difference = (before: number, after: number): string => {
  const change = after - before;
  const shown = Math.abs(change).toFixed(1);
  if (shown === '0.0') return `±${shown}`;
  return `${change < 0 ? '−' : '+'}${shown}`;
};
