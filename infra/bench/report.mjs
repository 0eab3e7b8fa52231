// The results as people read them.
const rounded = (number, digits = 0) => (number === undefined ? '–' : number.toFixed(digits));
const kilobytes = (bytes) => `${rounded(bytes / 1024)} KB`;

function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column]))));
  const line = (row) =>
    row
      .map((cell, column) => pad(cell, widths[column], column > 0))
      .join('  ')
      .trimEnd();
  return [line(all[0]), widths.map((size) => '─'.repeat(size)).join('  '), ...all.slice(1).map(line)].join('\n');
}

/** A Japanese character is two columns wide. */
const width = (text) =>
  [...text].reduce((sum, character) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
const pad = (text, size, right) =>
  right ? ' '.repeat(size - width(text)) + text : text + ' '.repeat(size - width(text));

export const ratio = ({ rates }) => rates.ours[16] / rates.floor[16];

const requests = (rows) =>
  table(
    ['workload', 'ours @1', 'ours @16', 'floor @1', 'floor @16', 'p99 @16', 'ratio @16', 'goal', 'met'],
    rows.map((row) => [
      `${row.id} ${row.title}`,
      rounded(row.rates.ours[1]),
      rounded(row.rates.ours[16]),
      rounded(row.rates.floor[1]),
      rounded(row.rates.floor[16]),
      `${rounded(row.p99.ours[16])} ms`,
      rounded(ratio(row), 2),
      `≥ ${row.goal.toFixed(2)}`,
      ratio(row) >= row.goal ? 'yes' : 'NO',
    ]),
  );

const page = ({ visits, html }) =>
  `${table(
    [
      'W6 list page, first visit',
      'requests',
      'transferred',
      'of it fonts',
      'JavaScript',
      'server',
      'painted',
      'usable',
      'with fonts',
    ],
    visits.map((row) => [
      row.line,
      rounded(row.requests),
      kilobytes(row.bytes),
      kilobytes(row.fonts),
      kilobytes(row.scripts),
      `${rounded(row.server)} ms`,
      `${rounded(row.painted)} ms`,
      `${rounded(row.usable)} ms`,
      `${rounded(row.complete)} ms`,
    ]),
  )}\ngoal: JavaScript ≤ 100 KB ${met(visits[0].scripts <= 100 * 1024)}, usable on a local line ≤ 1500 ms ${met(visits[0].usable <= 1500)}; ${rounded(html.rate)} pages/s at 16`;

const met = (yes) => (yes ? '(met)' : '(NOT met)');

function growth(rows) {
  const sizes = [...new Set(rows.map(({ cases }) => cases))];
  const ids = [...new Set(rows.map(({ id }) => id))];
  const cell = (id, size) => rows.find((row) => row.id === id && row.cases === size);
  return table(
    ['growth: ms @1 (req/s @16)', ...sizes.map((size) => `${size.toLocaleString('en')} cases`)],
    ids.map((id) => [
      id,
      ...sizes.map((size) => `${rounded(cell(id, size).milliseconds, 1)} (${rounded(cell(id, size).rate)})`),
    ]),
  );
}

const jobs = (rows) =>
  table(
    ['jobs per second', 'added', 'carried out'],
    rows.map(({ backend, added, done }) => [backend, rounded(added), rounded(done)]),
  );

const memory = (heading, { idle, used }) =>
  table(
    [`${heading}, MiB`, 'idle', 'used'],
    Object.keys(used).map((name) => [name, idle[name] ?? '–', used[name]]),
  );

const matching = (rows) =>
  table(
    ['matching', 'greedy', 'annealing', 'ours', 'bound', 'gap', 'to 99 %', 'to proof', 'memory'],
    rows.map(({ towns, officers, greedy, annealed, solver }) => [
      `${towns} × ${officers}`,
      rounded(greedy, 1),
      rounded(annealed, 1),
      rounded(solver.total, 1),
      rounded(solver.bound, 1),
      `${rounded((1 - solver.total / solver.bound) * 100, 2)} %`,
      `${rounded(solver.reached, 1)} s`,
      `${rounded(solver.proven, 1)} s`,
      `${rounded(solver.memory)} MiB`,
    ]),
  );

const suggestions = ({ cards, built, building, median, p95, processor, memory }) =>
  `${table(
    ['suggestions, a process of their own', 'ready after', 'median', 'p95', 'processor', 'memory'],
    [
      [
        `${cards} cards in turn`,
        `${rounded(built, 2)} s (processor ${rounded(building, 2)} s)`,
        `${rounded(median, 1)} ms`,
        `${rounded(p95, 1)} ms`,
        `${rounded(processor, 1)} ms`,
        `${rounded(memory)} MiB`,
      ],
    ],
  )}\ngoal: ready ≤ 2 s ${met(built <= 2)}, p95 ≤ 50 ms ${met(p95 <= 50)}, memory ≤ 200 MiB ${met(memory <= 200)}`;

export function report({
  options,
  machine,
  requests: measured,
  disk,
  growth: grown,
  page: visited,
  jobs: worked,
  start,
  matching: matched,
  suggestions: suggested,
}) {
  const { cases, seconds, rounds } = options;
  return [
    `Musubi bench: ${cases.toLocaleString('en')} cases, ${rounds} rounds of ${seconds} s, medians. ${machine}`,
    measured && requests(measured.rows),
    visited && page(visited),
    visited === null && 'W6: no Chromium on this machine (set CHROMIUM_PATH)',
    grown && growth(grown),
    worked && jobs(worked),
    matched && matching(matched),
    suggested && suggestions(suggested),
    measured?.memory.used && memory('memory, requests', measured.memory),
    visited?.memory.used && memory('memory, npm start', visited.memory),
    disk && `disk: ${rounded(disk / 2 ** 20)} MiB for 100,000 cases`,
    start &&
      `start-up to the first page: ${rounded(start.first, 1)} s the first time, ${rounded(start.second, 1)} s later`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
