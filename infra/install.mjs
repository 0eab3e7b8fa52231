import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { run } from './run.mjs';

/** Installs the packages when they are missing or differ from the lock file. */
export async function ensureInstalled(root) {
  if (isCurrent(root)) return;
  console.log('パッケージを導入しています（初回は数分かかります）…');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const code = await run([...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
  });
  if (code !== 0)
    throw new Failure(
      'パッケージを導入できませんでした（npm ci）。上の表示を確かめ、ネットワークとディスクの空きを確認してから、もう一度起動してください。',
      'npm ci failed. See its output above, check the network and the free disk space, and start again.',
    );
}

function isCurrent(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, wanted]) =>
      have[path] ? have[path].version === wanted.version : wanted.optional || wanted.devOptional || wanted.peer,
    );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
