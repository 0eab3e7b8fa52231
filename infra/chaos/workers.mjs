// Worker processes that are killed without warning and started again.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';

export function startWorkers({ root, env, count, log }) {
  const workers = Array.from({ length: count }, () => null);
  const output = openSync(log, 'a');
  const ends = [];
  let stopping = false;
  let killed = 0;

  function start(place) {
    const child = spawn(process.execPath, [join(root, 'backend/dist/worker.js')], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', output],
    });
    workers[place] = child;
    child.once('exit', (code) => {
      if (stopping) return;
      if (!child.wanted) ends.push(code);
      start(place);
    });
  }
  for (const place of workers.keys()) start(place);

  return {
    /** Processes that ended although nobody killed them. */
    ends,
    killed: () => killed,
    kill(place) {
      const child = workers[place % count];
      if (child.wanted || child.exitCode !== null) return;
      child.wanted = true;
      child.kill('SIGKILL');
      killed += 1;
    },
    /** As a deploy does it: asks and waits. */
    async stop() {
      stopping = true;
      await Promise.all(
        workers.map((child) => {
          const ended = new Promise((done) => child.once('exit', done));
          child.kill('SIGTERM');
          return child.exitCode === null ? ended : null;
        }),
      );
    },
  };
}
