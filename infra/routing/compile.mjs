// `npm run -s routing:compile -- FOLDER`: makes the facts and term statistics of `backend/seed/routing` from the parsed
// strategies in FOLDER (strategy-2022.jsonl, measures-2025.jsonl, measures-2025-ministries.jsonl). No sentence is kept:
// of the texts only the terms, in alphabetical order with their counts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../build.mjs';
import { readLines } from './lines.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: npm run -s routing:compile -- FOLDER');
await ensureBuilt(root, ['backend']);
const { phrases } = await import('../../backend/dist/routing/terms.js');

const records = readLines(join(folder, 'strategy-2022.jsonl'));
const measures = readLines(join(folder, 'measures-2025.jsonl')).filter(({ repeated }) => !repeated);
const owners = new Map(readLines(join(folder, 'measures-2025-ministries.jsonl')).map((row) => [row.id, row]));

const texts = [...records, ...measures].map(({ id, text }) => [id, countTerms([text].flat().join('。'))]);
const terms = [...new Set(texts.flatMap(([, counts]) => [...counts.keys()]))].sort();
const numbers = new Map(terms.map((term, number) => [term, number]));

write('strategy-2022', 'デジタル田園都市国家構想総合戦略（2022-12-23）第4章', '2022-12-23', {
  note: '見出し・階層・担当府省庁・担当課室の事実のみ。printedは印刷のまま、ministriesは2025年12月の組織。groupは同文の記載の組。',
  rows: records.map((row) => ({
    id: row.id,
    heading: row.heading.replace(/^\([a-z]\)\s*/, ''),
    path: row.path,
    printed: row.ministries,
    ministries: row.ministries_2025,
    divisions: row.divisions,
    group: row.cv_group,
    line: row.source_line,
  })),
});
write('measures-2025', '地方創生に関する総合戦略（2025-12-23）第5節・第6節', '2025-12-23', {
  note: '番号・施策名・主な事業の事実のみ。総合戦略は担当府省庁を示していない。leadとrelatedは人手による推定で、典拠にならない。',
  rows: measures.map(({ id, ref, title, output, group, category, programs }) => ({
    id,
    ref,
    title,
    place: [output?.name, group?.name, category].filter(Boolean),
    programs,
    lead: owners.get(id).lead,
    related: owners.get(id).related,
  })),
});
const rows = texts.map(([id, counts]) => [
  id,
  [...counts]
    .map(([term, count]) => [numbers.get(term), count])
    .sort((a, b) => a[0] - b[0])
    .map(([number, count]) => (count > 1 ? `${number}x${count}` : `${number}`))
    .join(' '),
]);
const head = {
  source: '上の二つの総合戦略の本文',
  sourceDate: '2025-12-23',
  note: '記載ごとの語と回数（語は五十音・文字コード順）。文章は含まない。',
};
const body = `"terms": ${JSON.stringify(terms)},\n"rows": {\n${rows.map(([id, row]) => `${JSON.stringify(id)}: "${row}"`).join(',\n')}\n}`;
writeFileSync(pathOf('terms'), `${JSON.stringify(head, null, 0).slice(0, -1)},\n${body}}\n`);

function countTerms(text) {
  const counts = new Map();
  for (const term of phrases(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function write(name, source, sourceDate, { note, rows: list }) {
  const facts = list.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const top = { source, sourceDate, note };
  const lines = Object.entries(top).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},\n`);
  writeFileSync(pathOf(name), `{\n${lines.join('')}  "rows": [\n${facts}\n  ]\n}\n`);
}

function pathOf(name) {
  return join(root, 'backend/seed/routing', `${name}.json`);
}
