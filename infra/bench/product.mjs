// The product as `npm start` runs it: everything behind one address.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../postgres.mjs';
import { root } from './ground.mjs';

const PAGE = '/sign-in';
const PATIENCE_MS = 120_000;

/** Answers { base, seconds, pid, stop() }; `seconds` is how long it took until a page came. */
export async function startProduct(env) {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, ['infra/start.mjs', '--demo'], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port), BASE_URL: base },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  while (!(await answers(base + PAGE))) {
    if (child.exitCode !== null || performance.now() - started > PATIENCE_MS) {
      await stop();
      throw new Error('npm start did not come to a page');
    }
    await wait(20);
  }
  return { base, seconds: (performance.now() - started) / 1000, pid: child.pid, stop };
}

const answers = (address) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

/** From nothing, and again with the data of the first start. */
export async function measureStart(folder, log) {
  const data = mkdtempSync(join(folder, 'start-'));
  const seconds = [];
  for (const which of ['first', 'second']) {
    log(`${which} start …`);
    const product = await startProduct({ DATA_DIR: data });
    seconds.push(product.seconds);
    await product.stop();
  }
  rmSync(data, { recursive: true, force: true });
  return { first: seconds[0], second: seconds[1] };
}
