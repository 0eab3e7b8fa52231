import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anneal } from './annealing.mjs';
import { problemOf } from './problems.mjs';

const RUN = fileURLToPath(new URL('run.mjs', import.meta.url));
const SIZES = [
  { towns: 60, officers: 250, seed: 7, seconds: 60 },
  { towns: 200, officers: 700, seed: 7, seconds: 120 },
  { towns: 1741, officers: 5500, seed: 7, seconds: 600 },
];

/** Greedy, annealing and the solver on the same problems; annealing gets as long as the solver took. */
export async function measureMatching({ quick, log }) {
  const rows = [];
  for (const size of SIZES.slice(0, quick ? 1 : SIZES.length)) {
    const problem = problemOf(size);
    log(`matching: ${size.towns} × ${size.officers}, load ${loadavg()[0].toFixed(1)}`);
    const solver = await searched(problem, size.seconds);
    rows.push({ ...size, ...(await others(problem, solver.course.at(-1).at)), solver });
  }
  return rows;
}

async function searched(problem, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'matching-'));
  try {
    const file = join(folder, 'task.json');
    writeFileSync(file, JSON.stringify({ problem, seconds }));
    const { stdout } = await promisify(execFile)(process.execPath, [RUN, file], { maxBuffer: 2 ** 28 });
    const figures = JSON.parse(stdout);
    const reached = figures.course.find(({ total }) => total >= 0.99 * figures.bound);
    const proven = figures.status === 'optimal' ? figures.course.at(-1).at : undefined;
    return { ...figures, reached: reached?.at, proven };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function others(problem, seconds) {
  const parts = ['settings', 'instance', 'greedy', 'prices', 'proposal', 'team-search', 'work'];
  const loaded = await Promise.all(parts.map((part) => import(`../../../backend/dist/matching/${part}.js`)));
  const matching = Object.assign({}, ...loaded);
  const instance = matching.instanceOf(problem, matching.Settings.parse({}));
  const search = new matching.TeamSearch(instance, new matching.Work());
  const start = matching.greedy(instance, search, matching.noPrices(instance), matching.hardestFirst(instance));
  return { greedy: start.value(matching.TOTAL), annealed: anneal(matching, start, seconds) };
}
