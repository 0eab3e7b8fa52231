// What `npm start` decides for the operator, unless the environment says otherwise.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from './failure.mjs';

const MINIMUM = [20, 19];

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  throw new Failure(
    `Node.js ${version} では動きません。${MINIMUM.join('.')} 以上を入れてください。`,
    `Node.js ${version} is too old: ${MINIMUM.join('.')} or later is needed.`,
  );
}

/** Where and how to run. An empty variable counts as not set. */
export function readSettings(root, env = process.env) {
  const given = (name) => env[name]?.trim() || undefined;
  const mode = given('MUSUBI_MODE') ?? (given('DATABASE_URL') ? 'production' : 'demo');
  const port = portOf('PORT', given('PORT') ?? '3000');
  return {
    mode,
    port,
    host: given('HOST') ?? '127.0.0.1',
    apiPort: given('API_PORT') && portOf('API_PORT', given('API_PORT')),
    dataDir: resolve(root, given('DATA_DIR') ?? '.data'),
    databaseUrl: given('DATABASE_URL'),
    smtpUrl: given('SMTP_URL'),
    secret: given('SECRET'),
    /** Of the demo: the programs read the same variable and know the default of production. */
    sendWindow: given('SEND_WINDOW') === 'office' ? 'office' : 'always',
    trusted: given('TRUSTED_PROXIES')
      ?.split(',')
      .map((address) => address.trim()),
    // Links in mails need the true address: in production the operator must say it.
    baseUrl: given('BASE_URL') ?? (mode === 'demo' ? `http://localhost:${port}` : undefined),
  };
}

function portOf(name, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`${name}: 1〜65535 の整数を指定してください。`, `${name} must be a whole number from 1 to 65535.`);
}

export function prepareFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.writable'), '');
    rmSync(join(folder, '.writable'));
  } catch (error) {
    throw new Failure(
      `データのフォルダー ${folder} に書き込めません（${error.code}）。権限とディスクの空きを確認するか、DATA_DIR に別のフォルダーを指定してください。`,
      `Cannot write to ${folder} (${error.code}). Check its permissions and the free disk space, or set DATA_DIR.`,
    );
  }
}

/** Signs the links in mails; made once and kept with the data. */
export function secretOf(folder) {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
