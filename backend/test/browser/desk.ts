import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../infra/postgres.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 10 * 60_000;
/** What would make it another desk than one on a bare machine. */
const NOT_OURS = [
  'NODE_ENV',
  'DATABASE_URL',
  'SMTP_URL',
  'REDIS_URL',
  'BASE_URL',
  'SECRET',
  'MUSUBI_MODE',
  'SEND_WINDOW',
  'API_PORT',
  'HOST',
];

/**
 * A whole demo desk as `npm start` makes it, with data of its own; built when its sources have changed.
 * Whoever writes stories names a desk that runs already: `DESK_URL=http://localhost:3000`.
 */
export async function startDesk(): Promise<{ base: string; stop: () => Promise<void> }> {
  if (process.env.DESK_URL) return { base: process.env.DESK_URL, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'musubi-browser-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data') };
  for (const name of NOT_OURS) delete env[name];
  const desk = spawn(process.execPath, [join(ROOT, 'infra/start.mjs'), '--demo', '--bare'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [desk.stdout, desk.stderr])
    stream.on('data', (text) => {
      said = `${said}${text}`.slice(-4000);
    });
  const ended = once(desk, 'exit');
  const stop = async () => {
    desk.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until && desk.exitCode === null; await wait(300))
    if (await answers(base)) return { base, stop };
  await stop();
  throw new Error(`the desk did not start:\n${said}`);
}

const answers = (base: string) =>
  fetch(`${base}/api/openapi.json`).then(
    ({ ok }) => ok,
    () => false,
  );
