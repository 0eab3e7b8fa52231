// A throw-away Redis, for what must also hold on it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { Failure } from '../failure.mjs';
import { freePort } from '../postgres.mjs';

export async function startRedis() {
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise((ready, failed) => {
    server.once('error', () =>
      failed(
        new Failure(
          'redis-server がありません。入れるか、--redis を外してください。',
          'redis-server is not installed.',
        ),
      ),
    );
    server.stdout.on('data', (text) => String(text).includes('Ready to accept connections') && ready());
  });
  const client = new Redis({ port, host: '127.0.0.1' });
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: () => client.flushall(),
    stop: async () => {
      client.disconnect();
      server.kill();
      await once(server, 'exit');
    },
  };
}
