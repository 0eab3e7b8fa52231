// `npm run -s catalogue:import -- FILE [--apply]`: reads the text of a strategy or a list of measures, prints what is in it
// and what it would change; with --apply it is taken over, all of it or nothing.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../build.mjs';
import { Failure } from '../failure.mjs';
import { run } from '../run.mjs';
import { withDatabase } from '../with-database.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function main() {
  const { values, positionals } = parseArgs({ options: { apply: { type: 'boolean' } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0)
    throw new Failure(
      'ファイルを1つ指定してください。例: npm run -s catalogue:import -- 総合戦略.txt --apply',
      'Usage: npm run -s catalogue:import -- FILE [--apply]',
    );
  // npm runs scripts in the root of the repository; the file is named from where the person stands.
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  if (!existsSync(path)) throw new Failure(`ファイル ${path} がありません。`, `There is no file ${path}.`);
  await ensureBuilt(root, ['backend']);
  process.exitCode = await withDatabase(root, (url) => {
    const env = { ...process.env, DATABASE_URL: url };
    const program = join(root, 'backend/dist/import-measures.js');
    return run([process.execPath, program, path, ...(values.apply ? ['--apply'] : [])], { env, cwd: root });
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
