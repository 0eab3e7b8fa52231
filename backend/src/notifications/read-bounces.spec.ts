import { beforeEach, describe, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { aLetter, delayed, exchangeLike, japanese, postfixLike } from '../../test/bounces.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { dovecotInstalled, startDovecot } from '../../test/imap-server.js';
import { put } from '../../test/journeys/rows.js';
import { Clock } from '../calendar/clock.js';
import { readReports } from './bounce-mailbox.js';
import { ReadBounces } from './read-bounces.job.js';

const db = testDatabase();
const TO = 'taro@town.example';
let serial = 0;

beforeEach(() => itIs('2026-11-20T12:00'));

/** A mail that a server took over. */
async function aSentMail(more: object = {}) {
  serial += 1;
  const messageId = `<notice-${serial}-abc@musubi.example>`;
  const id = await put(db(), 'mails', {
    ...{ bundle: `notice-${serial}`, recipient: TO, message_id: messageId, queued_at: '2026-11-20T09:00+09:00' },
    ...{ next_try_at: '2026-11-20T09:00+09:00', sent_at: '2026-11-20T09:00+09:00', attempts: 1, last_answer: '250 ok' },
    ...more,
  });
  return { id, messageId };
}

const mailOf = async (id: string) =>
  (
    await db().query(
      'SELECT refused_at IS NOT NULL AS refused, given_up_at IS NOT NULL AS "givenUp", last_answer AS answer FROM mails WHERE id = $1',
      [id],
    )
  )[0];
const bouncesOf = (id: string) =>
  db().query(`SELECT data FROM events WHERE type = 'mail.bounce' AND subject_id = $1`, [id]);
const job = (BOUNCE_IMAP_URL?: string) => new ReadBounces(db(), new Clock(), { BOUNCE_IMAP_URL });

it('does nothing without a mailbox', async () => {
  await expect(job().run()).resolves.toBeUndefined();
});

it('a mail refused elsewhere counts as refused, once', async () => {
  const { id, messageId } = await aSentMail();
  expect(await job().write(postfixLike(messageId, TO))).toBe(true);
  expect(await job().write(exchangeLike(messageId))).toBe(true);
  expect(await mailOf(id)).toMatchObject({
    refused: true,
    givenUp: false,
    answer: expect.stringContaining('no mailbox'),
  });
  expect(await bouncesOf(id)).toEqual([{ data: { action: 'failed', status: '5.1.1' } }]);
});

it('a mail tried in vain elsewhere counts as given up', async () => {
  const { id, messageId } = await aSentMail();
  await job().write(japanese(messageId, TO));
  expect(await mailOf(id)).toMatchObject({ refused: false, givenUp: true });
});

it('a mail that is late stays sent, with what the server said', async () => {
  const { id, messageId } = await aSentMail();
  await job().write(delayed(messageId, TO));
  expect(await mailOf(id)).toMatchObject({
    refused: false,
    givenUp: false,
    answer: expect.stringContaining('delayed'),
  });
});

it('a mail whose acknowledgement was lost is not sent again after its bounce', async () => {
  const { id, messageId } = await aSentMail({ sent_at: null, last_answer: null });
  await job().write(postfixLike(messageId, TO));
  expect(await mailOf(id)).toMatchObject({ refused: true });
});

it('reports of other mails, and letters, are none of ours', async () => {
  const { messageId } = await aSentMail();
  expect(await job().write(postfixLike('<of-somebody@else.example>', TO))).toBe(false);
  expect(await job().write(aLetter(messageId))).toBe(false);
});

(dovecotInstalled() ? describe : describe.skip)('a real mailbox', () => {
  it('is read: ours is marked as seen, everything else stays as it was', async () => {
    const { url, stop } = await startDovecot();
    const { id, messageId } = await aSentMail();
    const { id: old, messageId: oldId } = await aSentMail();
    const mailbox = await opened(url);
    try {
      const at = new Date('2026-11-20T10:00+09:00');
      await mailbox.append('INBOX', aLetter(messageId), [], at);
      await mailbox.append('INBOX', postfixLike('<of-somebody@else.example>', TO), [], at);
      await mailbox.append('INBOX', postfixLike(messageId, TO), [], at);
      await mailbox.append('INBOX', postfixLike(oldId, TO), ['\\Seen'], at);
      await job(url).run();
      await job(url).run();
      expect(await mailOf(id)).toMatchObject({ refused: true });
      expect(await mailOf(old)).toMatchObject({ refused: false });
      expect(await bouncesOf(id)).toHaveLength(1);
      await mailbox.mailboxOpen('INBOX');
      expect(await mailbox.search({ seen: false })).toEqual([1, 2]);
    } finally {
      await mailbox.logout();
      await stop();
    }
  });

  it('is read on after a report that breaks, and the job says so', async () => {
    const { url, stop } = await startDovecot();
    const mailbox = await opened(url);
    try {
      await mailbox.append('INBOX', postfixLike('<1@musubi.example>', TO));
      await mailbox.append('INBOX', postfixLike('<2@musubi.example>', TO));
      const read: string[] = [];
      const all = readReports(url, new Date(0), async (source) => {
        const text = Buffer.from(source).toString();
        if (text.includes('<1@')) throw new Error('broken');
        read.push(text);
        return true;
      });
      await expect(all).rejects.toThrow('1 reports could not be read: Error: broken');
      expect(read).toHaveLength(1);
    } finally {
      await mailbox.logout();
      await stop();
    }
  });

  it('that does not answer is a failure of the job, and says so', async () => {
    const { url, stop } = await startDovecot();
    await stop();
    await expect(job(url).run()).rejects.toThrow('ECONNREFUSED');
  });

  it('whose password is wrong is a failure too', async () => {
    const { url, stop } = await startDovecot();
    await expect(job(url.replace('p%40ss', 'wrong')).run()).rejects.toThrow();
    await stop();
  });
});

async function opened(url: string): Promise<ImapFlow> {
  const { hostname, port } = new URL(url);
  const auth = { user: 'desk@musubi.example', pass: 'p@ss' };
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false });
  await client.connect();
  return client;
}
