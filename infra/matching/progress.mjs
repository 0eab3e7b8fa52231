/** npm passes on what the terminal has already sent: only a later signal is a second one. */
const TWICE = 1000;

/** The outcome of a search that Ctrl-C, a signal or the clock may end. A second signal ends at once. */
export async function followed(solver, seconds) {
  let asked;
  const stop = () => {
    if (asked !== undefined && performance.now() - asked > TWICE) process.exit(130);
    asked ??= performance.now();
    solver.end('stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  const clock = seconds && setTimeout(() => solver.end('time'), seconds * 1000);
  return solver.outcome.finally(() => {
    clearTimeout(clock);
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
  });
}

const BETWEEN = 500;

/** Writes the best and the bound, at most twice a second. */
export function progressLine() {
  const began = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  return ({ total, minimum, bound }) => {
    if (performance.now() - last < BETWEEN) return;
    last = performance.now();
    const gap = ((bound - total) / bound) * 100;
    const seconds = ((last - began) / 1000).toFixed(1);
    process.stderr.write(
      `${seconds} 秒: 合計 ${total}、上限 ${bound}（差 ${gap.toFixed(2)} %）、最低点 ${minimum} (best ${total}, bound ${bound})\n`,
    );
  };
}
