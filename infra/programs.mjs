import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { spawnGuarded } from './guarded.mjs';

const PATIENCE = 60_000;

/** Starts one of our Node programs. `ready` resolves when its origin answers; without an origin at once. */
export function startProgram(name, [script, ...args], { env, root, origin, stdout }) {
  const command = [process.execPath, '--enable-source-maps', script, ...args];
  const { exited, stop } = spawnGuarded(command, { cwd: root, env, patience: 10_000, stdout });
  return { name, exited, stop, ready: origin ? answering(name, origin) : Promise.resolve() };
}

async function answering(name, origin) {
  for (const start = Date.now(); Date.now() - start < PATIENCE; await sleep(50)) {
    const answered = await fetch(origin, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (answered) return;
  }
  throw new Failure(
    `${name} が ${PATIENCE / 1000} 秒たっても応答しません。`,
    `${name} did not answer within ${PATIENCE / 1000} seconds.`,
  );
}
