import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../infra/postgres.mjs';

/** Whether an IMAP server can be started here. On CI it must be: nothing may be skipped there. */
export function dovecotInstalled(): boolean {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI) throw new Error('dovecot is not installed: on CI bounces must be read from a real mailbox');
    console.warn('SKIPPED: dovecot is not installed, so bounces are tested on the message level only.');
    return false;
  }
}

/** A throw-away Dovecot with one account, on a free port. */
export async function startDovecot(): Promise<{ url: string; stop(): Promise<unknown> }> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-imap-'));
  const port = await freePort();
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'mail'));
  chmodSync(join(folder, 'mail'), 0o777);
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port));
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'inherit' });
  const ended = once(server, 'exit');
  await Promise.race([answers(port), ended.then(() => Promise.reject(new Error('dovecot ended')))]);
  return {
    url: `imap://desk%40musubi.example:p%40ss@127.0.0.1:${port}/INBOX`,
    stop: async () => {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const heard = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (heard) return;
    await wait(50);
  }
}

/** Dovecot refuses to read mail as root. */
function configuration(folder: string, port: number): string {
  const { uid, gid, username } = userInfo();
  const root = uid === 0;
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
${root ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\nservice anvil { chroot = }`}
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=p@ss
}
userdb {
  driver = static
  args = uid=${root ? 65534 : uid} gid=${root ? 65534 : gid} home=${folder}/mail
}
service imap-login {
  ${root ? '' : 'chroot ='}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}
