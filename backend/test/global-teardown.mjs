import { rmSync } from 'node:fs';

export default async function () {
  const { stop, folder, temporary } = globalThis.testServer;
  await stop();
  for (const path of [folder, temporary]) rmSync(path, { recursive: true, force: true });
}
