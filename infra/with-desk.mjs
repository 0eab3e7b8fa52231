// A desk to speak to: the one that runs, or one started for the while.
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { readSettings } from './settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const START = fileURLToPath(new URL('./start.mjs', import.meta.url));
/** Installing and building included, on a slow machine. */
const PATIENCE_MS = 15 * 60_000;

const answers = (base) =>
  fetch(`${base}/api/openapi.json`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Runs `work` with the address of a demo desk; what it answers is answered. */
export async function withDesk(work) {
  const { port, baseUrl } = readSettings(root);
  const base = baseUrl ?? `http://localhost:${port}`;
  if (await answers(base)) return work(base);

  const desk = spawn(process.execPath, [START, '--demo', '--bare'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((done) => desk.once('exit', done));
  try {
    await ready(base, desk);
    return await work(base);
  } finally {
    desk.kill('SIGTERM');
    await ended;
  }
}

async function ready(base, desk) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(500)) {
    if (desk.exitCode !== null) break;
    if (await answers(base)) return;
  }
  throw new Failure('Musubi を起動できませんでした。npm start の表示を確かめてください。', 'The desk did not start.');
}
