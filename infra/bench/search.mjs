// `npm run -s search:bench -- --cases 100000`: how long the search over everything takes, over HTTP, one request after another,
// for terms cut from the texts of the cases themselves. The issue allows 100 ms (p95) for two characters, 300 ms for one.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../build.mjs';
import { randomFrom } from '../random.mjs';
import { once, openGround, root } from './ground.mjs';
import { signIn } from './people.mjs';
import { startPrograms } from './programs.mjs';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, terms: { type: 'string', default: '100' } },
});
const log = (text) => process.stderr.write(`${text}\n`);
const WORD = /^[\p{Script=Han}\p{Script=Hiragana}\p{L}\p{N}]+$/u;
const PATHS = [
  ['50 cases', (q) => `/api/search?kind=consultation&size=50&q=${q}`],
  ['all kinds', (q) => `/api/search?q=${q}`],
];

/** Different terms of a length, as often as they stand in the texts: what is common comes more often. */
function termsOf(texts, length, count) {
  const random = randomFrom(length);
  const terms = new Set();
  for (let tries = 0; terms.size < count && tries < 50 * count; tries++) {
    const characters = [...texts[Math.floor(random() * texts.length)]];
    const at = Math.floor(random() * (characters.length - length));
    const term = characters.slice(at, at + length).join('');
    if (WORD.test(term)) terms.add(term);
  }
  return [...terms];
}

/** Clock ticks of processor time that a process, and whatever it started and still runs, has used. */
function ticksOf(pid) {
  const own = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return Number(own[11]) + Number(own[12]) + children.map(Number).reduce((sum, child) => sum + ticksOf(child), 0);
}
const TICK_MS = 10;

/** How long each request took, and the processor time of the API and the database for one of them. */
async function timesOf(origin, headers, paths, pids) {
  const times = [];
  const before = pids.map(ticksOf);
  for (const path of paths) {
    const start = performance.now();
    const answer = await fetch(origin + path, { headers });
    await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    times.push(performance.now() - start);
  }
  const ticks = pids.map(ticksOf).reduce((sum, now, i) => sum + now - before[i], 0);
  return { times: times.sort((left, right) => left - right), cpu: (ticks * TICK_MS) / paths.length };
}

const at = (times, share) => `${times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0)} ms`;

console.log(`load average before: ${loadavg()[0].toFixed(1)}`);
await ensureBuilt(root, ['backend']);
const ground = await openGround();
try {
  const database = await ground.database(Number(values.cases), log);
  const texts = await once(database.url, async (db) =>
    (
      await db.query(
        `SELECT search_text AS text FROM consultations WHERE number IS NOT NULL ORDER BY md5(id::text) LIMIT 200`,
      )
    ).rows.map(({ text }) => text),
  );
  const programs = await startPrograms(database.url);
  try {
    const pids = [programs.pids().API, ground.server.pid()];
    const readers = [
      ['desk', database.people.desk[0], [1, 2, 4]],
      ['ministry', database.people.ministries[0], [2]],
      ['town', database.people.towns[0], [2]],
    ];
    for (const [who, id, lengths] of readers) {
      const headers = await signIn(
        programs.ours,
        database.people.rows.find((row) => row.id === id),
      );
      for (const [what, path] of PATHS) {
        for (const length of lengths) {
          const paths = termsOf(texts, length, Number(values.terms)).map((term) => path(encodeURIComponent(term)));
          await timesOf(programs.ours, headers, paths.slice(0, 5), pids);
          const { times, cpu } = await timesOf(programs.ours, headers, paths, pids);
          const figures = `p50 ${at(times, 0.5)}  p95 ${at(times, 0.95)}  max ${at(times, 1)}  processor ${cpu.toFixed(0)} ms`;
          console.log(`${who}  ${what}  ${length} character(s), ${times.length} terms  ${figures}`);
        }
      }
    }
  } finally {
    await programs.stop();
  }
} finally {
  await ground.close();
}
