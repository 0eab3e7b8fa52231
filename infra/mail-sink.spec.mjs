import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import nodemailer from 'nodemailer';
import { startMailSink } from './mail-sink.mjs';

const folder = mkdtempSync(join(tmpdir(), 'musubi-inbox-'));
let sink;
let pages;
let site;
beforeAll(async () => {
  sink = await startMailSink({ folder, mode: 'demo' });
  await send('受付番号のお知らせ', 'https://musubi.example/a?b=1&c=2 を開いてください。<b>');
  pages = createServer((request, response) => sink.handle(request, response));
  await new Promise((ready) => pages.listen(0, '127.0.0.1', ready));
  site = `http://127.0.0.1:${pages.address().port}`;
});
afterAll(async () => {
  await sink.stop();
  pages.close();
  rmSync(folder, { recursive: true });
});

async function send(subject, text) {
  const post = nodemailer.createTransport(sink.url);
  await post.sendMail({
    from: 'desk@musubi.example',
    to: '上士幌町 <town@musubi.example>',
    bcc: 'desk2@musubi.example',
    subject,
    text,
    attachments: [{ filename: '回答書.pdf', content: 'PDF', contentType: 'application/pdf' }],
  });
  post.close();
}

const messages = async (query = '') => (await fetch(`${site}/inbox/messages.json${query}`)).json();

test('a mail arrives with its recipients, text and attachments', async () => {
  const [mail] = await messages();
  expect(mail).toMatchObject({
    from: 'desk@musubi.example',
    to: ['town@musubi.example', 'desk2@musubi.example'],
    subject: '受付番号のお知らせ',
  });
  expect(mail.text).toContain('開いてください');
  expect(mail.attachments).toMatchObject([{ name: '回答書.pdf', type: 'application/pdf', size: 3 }]);
  expect(await (await fetch(site + mail.attachments[0].url)).text()).toBe('PDF');
});

test('mails are found by recipient, the newest first', async () => {
  await send('二通目', 'あとから届いた');
  expect((await messages('?to=town@musubi.example')).map(({ subject }) => subject)).toEqual([
    '二通目',
    '受付番号のお知らせ',
  ]);
  expect(await messages('?to=nobody@musubi.example')).toEqual([]);
});

test('the pages show the mail as text, with its links', async () => {
  const list = await (await fetch(`${site}/inbox`)).text();
  const [, path] = /href="(\/inbox\/[^"]+)">受付番号のお知らせ/.exec(list);
  const page = await (await fetch(site + path)).text();
  expect(page).toContain('<a href="https://musubi.example/a?b=1&#38;c=2">');
  expect(page).toContain('&#60;b&#62;');
  expect((await fetch(`${site}/inbox/none`)).status).toBe(404);
});

test('what arrived before is there after a restart', async () => {
  const again = await startMailSink({ folder, mode: 'demo' });
  const shown = await new Promise((done) =>
    again.handle({ url: '/inbox/messages.json' }, { writeHead: () => ({ end: done }) }),
  );
  await again.stop();
  expect(JSON.parse(shown).map(({ subject }) => subject)).toContain('受付番号のお知らせ');
});

test('there is no inbox in production', async () => {
  await expect(startMailSink({ folder, mode: 'production' })).rejects.toThrow('SMTP_URL に実際のメールサーバー');
});
