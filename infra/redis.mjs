// A throw-away Redis on a free port, for what must also hold on it.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './postgres.mjs';

export function redisInstalled() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function startRedis() {
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready, failed) => {
    server.once('error', failed).once('exit', () => failed(new Error('redis-server ended')));
    server.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && ready());
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
