// `npm start`: everything on one machine that has nothing but Node. Ctrl-C stops it all.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { diskFull, Failure } from './failure.mjs';
import { lockFolder } from './folder-lock.mjs';
import { createFrontDoor } from './front-door.mjs';
import { ensureInstalled } from './install.mjs';
import { startProgram } from './programs.mjs';
import { run } from './run.mjs';
import { checkNode, prepareFolder, readSettings, secretOf } from './settings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const running = []; // in the order of starting: { name, stop() }
let ending = 0;

/**
 * Stops everything, last started first. Insisting (a second Ctrl-C) ends us at once, and the guards end the children;
 * npm sends the first one twice.
 */
async function end(code, why) {
  if (ending && Date.now() - ending < 1000) return;
  if (ending) process.exit(code || 130);
  ending = Date.now();
  if (why) console.error(`\n${why}`);
  else console.log('\n終了しています…');
  for (const { name, stop } of running.reverse())
    await stop().catch((error) => console.error(`${name}: ${error.message}`));
  process.exit(code);
}

async function main() {
  checkNode();
  const settings = readSettings(root);
  prepareFolder(settings.dataDir);
  const release = lockFolder(settings.dataDir);
  running.push({ name: 'lock', stop: async () => release() });
  const door = await createFrontDoor(settings);
  running.push(door);
  await ensureInstalled(root);
  await ensureBuilt(root);
  const accounts = join(settings.dataDir, 'demo-accounts.json');
  const known = existsSync(accounts);
  const env = { ...process.env, ...(await foundations(settings)) };
  const flags = process.argv.slice(2).filter((flag) => ['--demo', '--no-demo'].includes(flag));
  const setup = await run([process.execPath, join(root, 'backend/dist/setup.js'), ...flags], { env, cwd: root });
  if (setup !== 0)
    throw new Failure(
      'データベースを準備できませんでした。上の表示を確かめてください。',
      'The set-up failed; see above.',
    );
  door.open({
    ...(await programs(env)),
    inbox: settings.inbox,
    staticFolder: join(root, 'frontend/.next/standalone/frontend/.next/static'),
  });
  greet(settings);
  const first = !known && existsSync(accounts);
  if (first && settings.inbox && !process.argv.includes('--bare')) await furnished(settings);
}

/** The first look at a demo shows a desk at work. */
async function furnished({ port, sendWindow }) {
  const { castOf } = await import('./walkthrough/cast.mjs');
  const { furnish } = await import('./walkthrough/furnish.mjs');
  const { furnishRound } = await import('./walkthrough/furnish-round.mjs');
  const { furnishYear } = await import('./walkthrough/furnish-year.mjs');
  const base = `http://localhost:${port}`;
  console.log('\n見本の相談を用意しています…');
  const as = castOf(base);
  // Links in mails are followed, which come only when mails may come at any hour.
  const atAnyHour = sendWindow === 'always';
  const all = async () => {
    await furnish({ base, as }, { scored: atAnyHour });
    await furnishRound(as);
    if (atAnyHour) await furnishYear({ base, as });
  };
  await all().then(
    () => console.log('見本の相談を用意しました。'),
    (error) =>
      ending || console.error(`見本の相談を最後まで用意できませんでした。窓口はこのまま使えます。\n${error.stack}`),
  );
}

/** Database, post office and secret: ours unless the environment names others. Answers the children's variables. */
async function foundations(settings) {
  const { dataDir, mode } = settings;
  const env = {
    NODE_ENV: 'production',
    MUSUBI_MODE: mode,
    DATA_DIR: dataDir,
    SECRET: settings.secret ?? secretOf(dataDir),
    BASE_URL: settings.baseUrl ?? '',
  };
  env.DATABASE_URL = settings.databaseUrl ?? (await database(dataDir));
  env.SMTP_URL = settings.smtpUrl ?? (await postOffice(settings));
  const { freePort } = await import('./postgres.mjs');
  return {
    ...env,
    API_HOST: '127.0.0.1',
    API_PORT: String(settings.apiPort ?? (await freePort())),
    WEB_PORT: String(await freePort()),
  };
}

async function database(dataDir) {
  const { startPostgres } = await import('./postgres.mjs');
  const server = await startPostgres({ folder: join(dataDir, 'postgres') });
  running.push({ name: 'PostgreSQL', stop: server.stop });
  void server.exited.then(() => ending || end(1, `PostgreSQL が異常終了しました（${server.folder}）。`));
  return server.url;
}

async function postOffice(settings) {
  const { startMailSink } = await import('./mail-sink.mjs');
  const sink = await startMailSink({
    folder: join(settings.dataDir, 'inbox'),
    mode: settings.mode,
    sendWindow: settings.sendWindow,
  });
  running.push({ name: '受信箱', stop: sink.stop });
  settings.inbox = sink.handle;
  return sink.url;
}

async function programs(env) {
  const api = `http://127.0.0.1:${env.API_PORT}`;
  const web = `http://127.0.0.1:${env.WEB_PORT}`;
  const started = [
    startProgram('API', ['backend/dist/main.js'], { env, root, origin: api }),
    startProgram('worker', ['backend/dist/worker.js'], { env, root }),
    startProgram('Web', ['frontend/.next/standalone/frontend/server.js'], {
      env: { ...env, PORT: env.WEB_PORT, HOSTNAME: '127.0.0.1', API_ORIGIN: api },
      root,
      origin: web,
      stdout: 'ignore',
    }),
  ];
  running.push(...started);
  for (const { name, exited } of started)
    void exited.then(
      ({ code }) => ending || end(1, `${name} が異常終了しました（コード ${code}）。上の表示を確かめてください。`),
    );
  await Promise.all(started.map(({ ready }) => ready));
  return { api, web };
}

function greet({ dataDir, mode, baseUrl, port, inbox }) {
  const address = baseUrl ?? `http://localhost:${port}`;
  console.log(`\nMusubi が動いています: ${address}`);
  if (mode !== 'demo') return;
  if (inbox) console.log(`送られたメール: ${address}/inbox`);
  const accounts = join(dataDir, 'demo-accounts.json');
  if (existsSync(accounts)) {
    console.log('\nデモのアカウント');
    for (const { label, email, password } of JSON.parse(readFileSync(accounts, 'utf8')))
      console.log(`  ${email}  ${password}  ${label}`);
  }
  console.log('\n終了するには Ctrl-C を押してください。');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
main().catch((error) => {
  const failure = error.code === 'ENOSPC' ? diskFull(root) : error;
  return ending || end(1, failure instanceof Failure ? failure.message : failure.stack);
});
