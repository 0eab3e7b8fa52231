import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LOADER = fileURLToPath(new URL('./from-source.mjs', import.meta.url));
const WORKER = fileURLToPath(new URL('../../src/worker.ts', import.meta.url));

export interface WorkerProcess {
  /** Stops it where it stands, so that it does nothing more until it is killed. */
  freeze(): void;
  /** As a power cut does it: nothing is finished, nothing is told. */
  kill(): Promise<unknown>;
}

/** The job process as it runs in production. */
export function startWorkerProcess(settings: Record<string, string>): WorkerProcess {
  const child = spawn(process.execPath, ['--no-warnings', '--import', LOADER, WORKER], {
    env: { PATH: process.env.PATH, MUSUBI_MODE: 'production', ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  return {
    freeze: () => void child.kill('SIGSTOP'),
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
