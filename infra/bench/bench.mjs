// `npm run bench`: our system over HTTP beside the floor, in one run, in one table.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { ensureBuilt } from '../build.mjs';
import { Failure } from '../failure.mjs';
import { once, openGround, root } from './ground.mjs';
import { measureGrowth } from './growth.mjs';
import { measureJobs } from './jobs.mjs';
import { measureMatching } from './matching/measure.mjs';
import { memoryOf } from './memory.mjs';
import { readOptions } from './options.mjs';
import { measurePage } from './page.mjs';
import { measureStart } from './product.mjs';
import { report } from './report.mjs';
import { measureRequests } from './requests.mjs';
import { measureSuggestions } from './suggestions/measure.mjs';
import { writeTable } from './table.mjs';

const log = (text) => process.stderr.write(`${text}\n`);
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');

async function bench(options, ground) {
  const { parts, cases } = options;
  const databases = new Map();
  const databaseOf = async (size) => {
    if (!databases.has(size)) databases.set(size, await ground.database(size, log));
    return databases.get(size);
  };
  const memory = (pids) => memoryOf({ ...pids, PostgreSQL: ground.server.pid() });
  const results = { options, machine: await machine(ground.server) };
  const part = async (name, work) => {
    if (parts.includes(name)) results[name] = await work();
  };
  await part('start', () => measureStart(ground.folder, log));
  await part('jobs', () => measureJobs(ground.server, log));
  // Before anything is written: growth reads what was loaded.
  await part('growth', () => measureGrowth(databaseOf, { ...options, seconds: Math.ceil(options.seconds / 3), log }));
  await part('requests', async () => measureRequests(await databaseOf(cases), { ...options, memory, log }));
  await part('page', async () =>
    measurePage(await databaseOf(cases), {
      ...options,
      folder: ground.folder,
      visits: 5,
      postgres: ground.server.pid(),
      log,
    }),
  );
  await part('matching', () => measureMatching({ ...options, log }));
  await part('suggestions', () => measureSuggestions({ log }));
  if (databases.has(cases)) results.disk = (databases.get(cases).bytes / cases) * 100_000;
  return results;
}

async function machine({ url }) {
  const [{ server_version }] = await once(url, async (db) => (await db.query('SHOW server_version')).rows);
  const { length: cores, 0: core } = cpus();
  return `${cores} cores (${core?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.versions.node}, PostgreSQL ${server_version}; the load generator runs on the same cores. Load average before: ${load()}.`;
}

const errorsIn = ({ requests, growth = [], page }) =>
  [...(requests?.rows ?? []), ...growth, ...(page ? [page.html] : [])].reduce((sum, { errors }) => sum + errors, 0);

try {
  const options = readOptions();
  await ensureBuilt(root, options.parts.some((part) => ['page', 'start'].includes(part)) ? [] : ['backend']);
  const ground = await openGround();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ground.close().then(() => process.exit(130)));
  const results = await bench(options, ground).finally(() => ground.close());
  const errors = errorsIn(results);
  const text = `${report(results)}\n\nerrors: ${errors}. Load average after: ${load()}. Took ${Math.round(performance.now() / 60_000)} minutes.`;
  console.log(options.json ? JSON.stringify({ ...results, errors }, null, 1) : text);
  if (options.write && errors === 0) writeTable(text);
  process.exitCode = errors > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
