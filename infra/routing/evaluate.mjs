// `npm run -s routing:evaluate [-- --cards CARDS.jsonl]`: how good the suggestions are. Ministries: every record of the 2022
// strategy is asked about by its own terms, while its group and all measures of 2025 (owners by hand) may not vote.
// Cards: our own, and the labelled ones given, by default those of the variable ROUTING_CARDS. 95 % intervals by bootstrap.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crossValidate } from './cross-validation.mjs';
import { cardFigures } from './figures.mjs';
import { interval } from './interval.mjs';
import { readLines } from './lines.mjs';
import { loadSuggester, readable } from './predictions.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BLIND = fileURLToPath(new URL('blind-cards.jsonl', import.meta.url));
const { values } = parseArgs({ options: { cards: { type: 'string' } } });
const file = values.cards ?? process.env.ROUTING_CARDS;

const before = process.memoryUsage().rss;
const began = performance.now();
const suggester = await loadSuggester(root);
const built = performance.now() - began;

print(
  'R4, grouped cross-validation (ministries of the bracket; one group is one observation)',
  crossValidate(suggester),
);
const times = [];
report('60 cards of our own, written and labelled by somebody who did not know the words by hand', BLIND);
if (file && existsSync(file)) report('labelled cards', file);
else console.log('\nNo other labelled cards: name them with --cards FILE or ROUTING_CARDS=FILE.');
times.sort((a, b) => a - b);
console.log(
  `\ntime per card: median ${times.at(times.length >> 1).toFixed(1)} ms, p95 ${times.at(Math.ceil(times.length * 0.95) - 1).toFixed(1)} ms`,
);
const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
console.log(`index: ${(built / 1000).toFixed(2)} s with its files, ${megabytes.toFixed(0)} MB more memory at the end`);

function report(title, cardsFile) {
  const asked = readLines(cardsFile).map((card) => {
    const start = performance.now();
    const suggestions = suggester.suggest(readable(card));
    times.push(performance.now() - start);
    return { card, suggestions };
  });
  print(title, cardFigures(asked));
}

function print(title, figures) {
  console.log(`\n${title}`);
  for (const [name, observed] of figures) {
    if (observed.length === 0) continue;
    const { mean, low, high } = interval(observed);
    const [m, l, h] = [mean, low, high].map((x) => x.toFixed(3));
    console.log(`  ${name.padEnd(22)} ${m}  (95 % ${l}–${h}, n ${observed.length})`);
  }
}
