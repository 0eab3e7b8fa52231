// `npm run -s routing:suggest -- CARDS.jsonl > predictions.jsonl`: one line of suggestions per card. Of a card nothing is
// read but lead, title, issue, idea, elements and ask.
import { fileURLToPath } from 'node:url';
import { readLines } from './lines.mjs';
import { loadSuggester, predictionOf } from './predictions.mjs';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: npm run -s routing:suggest -- CARDS.jsonl > predictions.jsonl');
const suggester = await loadSuggester(fileURLToPath(new URL('../..', import.meta.url)));
const lines = readLines(file).map((card) => JSON.stringify(predictionOf(suggester, card)));
process.stdout.write(`${lines.join('\n')}\n`);
