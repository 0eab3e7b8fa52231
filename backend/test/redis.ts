import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../infra/postgres.mjs';

/** Whether a Redis server can be started here. On CI it must be: nothing may be skipped there. */
export function redisInstalled(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI) throw new Error('redis-server is not installed: on CI the job tests must run on Redis too');
    console.warn('SKIPPED: redis-server is not installed, so the job tests run on PostgreSQL only.');
    return false;
  }
}

/** A throw-away Redis on a free port. */
export async function startRedis(): Promise<{ url: string; stop(): Promise<unknown> }> {
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed).once('exit', () => failed(new Error('redis-server ended')));
    server.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && ready());
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      const ended = once(server, 'exit');
      server.kill();
      return ended;
    },
  };
}
