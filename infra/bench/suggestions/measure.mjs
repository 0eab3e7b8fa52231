import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const RUN = fileURLToPath(new URL('run.mjs', import.meta.url));

/** Suggestions for cards, without network and database, in a process of their own. */
export async function measureSuggestions({ log }) {
  log('suggestions …');
  const { stdout } = await promisify(execFile)(process.execPath, [RUN]);
  return JSON.parse(stdout);
}
