// Builds what is older than its sources. The hash of the sources lies beside each build.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { lockFolder } from './folder-lock.mjs';
import { run } from './run.mjs';
import { precompress } from './static-assets.mjs';

const BACKEND = {
  name: 'backend',
  sources: [
    'package-lock.json',
    'tsconfig.json',
    'backend/package.json',
    'backend/tsconfig.json',
    'backend/tsconfig.build.json',
    'backend/src',
  ],
  output: 'backend/dist',
  async build(root) {
    rmSync(join(root, this.output), { recursive: true, force: true });
    return run([process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'backend/tsconfig.build.json'], {
      cwd: root,
      quiet: true,
    });
  },
};

const FRONTEND = {
  name: 'frontend',
  sources: [
    'package-lock.json',
    'tsconfig.json',
    'frontend/package.json',
    'frontend/next.config.ts',
    'frontend/postcss.config.mjs',
    'frontend/tsconfig.json',
    'frontend/src',
    'frontend/public',
    'backend/src/contract',
  ],
  output: 'frontend/.next',
  async build(root) {
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    const next = join(root, 'node_modules/next/dist/bin/next');
    const code = await run([process.execPath, next, 'build'], {
      cwd: join(root, 'frontend'),
      env,
      quiet: true,
    });
    if (code === 0) assemble(join(root, 'frontend'));
    return code;
  },
};

/** Builds both parts, or only those named. Who comes while another one builds waits for that. */
export async function ensureBuilt(root, names = []) {
  const wanted = [BACKEND, FRONTEND].filter(({ name }) => names.length === 0 || names.includes(name));
  const stale = () => wanted.filter((part) => stamp(root, part) !== hash(root, part.sources));
  if (stale().length === 0) return;
  const release = await alone(join(root, 'node_modules/.build'));
  try {
    const parts = stale();
    if (parts.length > 0) console.log('プログラムを組み立てています（1分ほどかかります）…');
    await Promise.all(parts.map((part) => build(root, part)));
  } finally {
    release();
  }
}

async function alone(folder) {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      return lockFolder(folder);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await wait(500);
    }
  }
}

async function build(root, part) {
  const sources = hash(root, part.sources);
  rmSync(stampFile(root, part), { force: true });
  const code = await part.build(root);
  if (code !== 0)
    throw new Failure(
      `${part.name} を組み立てられませんでした。上の表示を確かめてください。`,
      `Building ${part.name} failed with code ${code}; see its output above.`,
    );
  writeFileSync(stampFile(root, part), sources);
}

/** The standalone server serves nothing but pages unless its assets lie beside it. */
function assemble(frontend) {
  const standalone = join(frontend, '.next/standalone/frontend');
  for (const [from, to] of [
    ['.next/static', '.next/static'],
    ['public', 'public'],
  ]) {
    if (!existsSync(join(frontend, from))) continue;
    rmSync(join(standalone, to), { recursive: true, force: true });
    cpSync(join(frontend, from), join(standalone, to), { recursive: true });
  }
  precompress(join(standalone, '.next/static'));
}

const stampFile = (root, { output }) => join(root, output, '.sources');
const stamp = (root, part) => (existsSync(stampFile(root, part)) ? readFileSync(stampFile(root, part), 'utf8') : '');

function hash(root, sources) {
  const sum = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : [''];
    for (const file of files.filter((name) => !name.endsWith('.spec.ts'))) {
      const full = join(path, file);
      if (statSync(full).isFile()) sum.update(`${source}/${file}\n`).update(readFileSync(full));
    }
  }
  return sum.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await ensureBuilt(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
