// The post office of the demo and the tests: takes every mail, delivers none, keeps each as a file.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { Failure } from './failure.mjs';
import { inboxPages } from './mail-inbox.mjs';

/**
 * Starts the sink. Answers { url, handle(request, response), stop() }: `url` is the SMTP_URL,
 * `handle` serves the inbox below /inbox.
 */
export async function startMailSink({ folder, mode, sendWindow = 'always', port = 0 }) {
  if (mode === 'production')
    throw new Failure(
      '本番モードではメールの受信箱（デモ用）を使えません。SMTP_URL に実際のメールサーバーを指定してください。',
      'The mail sink is for demo and tests only. In production mode set SMTP_URL to a real mail server.',
    );
  mkdirSync(folder, { recursive: true });
  const mails = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort())
    mails.push(await opened(file.slice(0, -4), readFileSync(join(folder, file))));
  const keep = async (recipients, source) => {
    const id = `${new Date().toISOString().replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
    const raw = Buffer.concat([Buffer.from(`X-Recipients: ${recipients.join(', ')}\r\n`), source]);
    writeFileSync(join(folder, `${id}.eml`), raw);
    mails.push(await opened(id, raw));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        keep(recipients, Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  await new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  server.removeAllListeners('error').on('error', () => {}); // a client that hangs up is not our problem
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    handle: inboxPages(mails, sendWindow),
    stop: () => new Promise((done) => server.close(done)),
  };
}

async function opened(id, raw) {
  const mail = await PostalMime.parse(raw);
  const recipients = mail.headers.find(({ key }) => key === 'x-recipients')?.value ?? '';
  const at = id.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3}).*/, '$1-$2-$3T$4:$5:$6.$7Z');
  return {
    id,
    at,
    from: mail.from?.address ?? '',
    to: recipients.split(', ').filter(Boolean),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'attachment',
      type: mimeType,
      content: Buffer.from(content),
    })),
  };
}
