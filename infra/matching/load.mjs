import { ensureBuilt } from '../build.mjs';
import { progressLine } from './progress.mjs';

const PARTS = ['problem', 'settings', 'faults', 'solver', 'words', 'solve'];

/** The product's matching, built if need be; nothing but the answer goes to the standard output. */
export async function loadMatching(root) {
  const log = console.log;
  console.log = console.error;
  await ensureBuilt(root, ['backend']).finally(() => {
    console.log = log;
  });
  const parts = await Promise.all(PARTS.map((part) => import(`../../backend/dist/matching/${part}.js`)));
  return Object.assign({ progress: progressLine() }, ...parts);
}
