// The programs of one measurement: the API and the worker as the product starts them, and the floor.
import { setTimeout as wait } from 'node:timers/promises';
import { spawnGuarded } from '../guarded.mjs';
import { freePort } from '../postgres.mjs';
import { root, settingsFor } from './ground.mjs';

/** Answers { ours, floor, pids, stop() }: two origins on one database. */
export async function startPrograms(url) {
  const [api, floor] = [await freePort(), await freePort()];
  const settings = settingsFor(url, { API_PORT: String(api) });
  const started = {
    API: launch('backend/dist/main.js', settings),
    worker: launch('backend/dist/worker.js', settings),
    floor: launch('infra/bench/floor.mjs', { ...process.env, DATABASE_URL: url, PORT: String(floor) }),
  };
  const programs = {
    ours: `http://127.0.0.1:${api}`,
    floor: `http://127.0.0.1:${floor}`,
    pids: () => Object.fromEntries(Object.entries(started).map(([name, program]) => [name, program.pid()])),
    stop: () => Promise.all(Object.values(started).map((program) => program.stop())),
  };
  await Promise.all([
    listening(`${programs.ours}/api/openapi.json`),
    listening(`${programs.floor}/api/dashboard`),
  ]).catch(async (error) => {
    await programs.stop();
    throw error;
  });
  return programs;
}

const launch = (script, env) => spawnGuarded([process.execPath, script], { cwd: root, env, stdout: 'ignore' });

async function listening(address) {
  for (let tries = 0; tries < 1200; tries++, await wait(100)) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  }
  throw new Error(`nothing answers at ${address}`);
}
