// Where the table of the last whole run is kept, for people to read.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ground.mjs';

const FILE = join(root, 'docs/bench.md');
const PLACE = /(<!-- table: written by `npm run bench -- --write` -->\n)[\s\S]*?(<!-- end of table -->)/;

export function writeTable(text) {
  const page = readFileSync(FILE, 'utf8');
  if (!PLACE.test(page)) throw new Error('docs/bench.md has no place for the table');
  writeFileSync(
    FILE,
    page.replace(PLACE, (_, head, foot) => `${head}\n\`\`\`\n${text}\n\`\`\`\n\n${foot}`),
  );
}
