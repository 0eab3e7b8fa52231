const RESAMPLES = 2000;

/** The mean of observations with its 95 % bootstrap interval; the same observations always give the same one. */
export function interval(observed) {
  let state = 12_345;
  const below = (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = Array.from({ length: RESAMPLES }, () => mean(observed.map(() => observed[below(observed.length)])));
  means.sort((a, b) => a - b);
  return {
    mean: mean(observed),
    low: means[Math.floor(RESAMPLES * 0.025)],
    high: means[Math.ceil(RESAMPLES * 0.975) - 1],
  };
}
