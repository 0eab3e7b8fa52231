// `npm run -s deadlines:oracle -- --cases 100000 [--seed 1]`: random deadlines from 1970 to the last published holiday year,
// reckoned by the product and by a brute-force counter. Prints the first that differ; exit code 1 when there is any.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../build.mjs';
import { randomFrom } from '../random.mjs';
import { dayText, dueDay, numberOf } from './brute-force.mjs';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
if (!Number.isInteger(cases) || cases < 1) throw new Error('--cases must be a whole number above 0');

await ensureBuilt(fileURLToPath(new URL('../..', import.meta.url)), ['backend']);
const { explain } = await import('../../backend/dist/calendar/explain.js');
const { holidayRows } = await import('../../backend/dist/calendar/holiday.rows.js');

const rows = holidayRows().rows;
const holidays = new Map(rows.map(({ day, name }) => [day, name]));
const published = rows.filter(({ provisional }) => !provisional).map(({ day }) => Number(day.slice(0, 4)));
const lastYear = Math.max(...published);
const DAY = 86_400;
// Starts end two years earlier, so that the latest due date still has its holidays.
const lastStart = numberOf(`${lastYear - 2}-12-31`);

const random = randomFrom(seed);
const below = (sides) => Math.floor(random() * sides);
const instant = (second) => new Date(second * 1000 - 9 * 3_600_000).toISOString();
/** Often the edges: midnight, the cut-off and a second beside it. */
const secondOf = (day, cutOffMinute) => {
  const edges = [0, DAY - 1, cutOffMinute * 60 - 1, cutOffMinute * 60, cutOffMinute * 60 + 1];
  return day * DAY + (edges[below(8)] ?? below(DAY));
};

function draw() {
  const cutOffMinute = [1035, 720, 1020, 0, 1439][below(5)];
  const first = below(lastStart);
  let day = first;
  const turns = Array.from({ length: below(6) }, () => {
    day += below(25);
    const kind = ['pause', 'resume', 'extend'][below(3)];
    return { kind, second: secondOf(day, cutOffMinute), day: day + below(60) };
  });
  return { start: secondOf(first, cutOffMinute), workdays: below(41), cutOffMinute, pauses: below(10) > 0, turns };
}

function byProduct({ start, workdays, cutOffMinute, pauses, turns }) {
  const cutOff = `${String(Math.floor(cutOffMinute / 60)).padStart(2, '0')}:${String(cutOffMinute % 60).padStart(2, '0')}`;
  const told = turns.map(({ kind, second, day }) =>
    kind === 'extend'
      ? { type: 'set', at: instant(second), cause: 'extension', dueOn: dayText(day) }
      : { type: kind, at: instant(second) },
  );
  return explain({ startedAt: instant(start), turns: told }, { workdays, cutOff, pauses }, holidays);
}

let mismatches = 0;
for (let i = 0; i < cases; i += 1) {
  const one = draw();
  const { dueOn, lines } = byProduct(one);
  const expected = dayText(dueDay(one));
  if (dueOn === expected && lines.at(-1).day === expected) continue;
  mismatches += 1;
  if (mismatches <= 5) console.error(JSON.stringify({ ...one, expected, dueOn }));
}
console.log(`${cases} cases, ${mismatches} mismatches`);
if (mismatches > 0) process.exitCode = 1;
