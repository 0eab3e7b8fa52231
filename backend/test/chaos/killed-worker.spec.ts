import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startRedis } from '../../../infra/redis.mjs';
import { violations } from '../../src/audit/invariants.js';
import { testApi } from '../api.js';
import { databaseUrl, testDatabase } from '../database.js';
import { queueBackends } from '../redis.js';
import { aStubbornPost, type StubbornPost } from './stubborn-post.js';
import { aFilledKarte, aTownAndADesk } from './submitting.js';
import { startWorkerProcess, type WorkerProcess } from './worker-process.js';

/** A dead worker's job is taken over after some 20 seconds. */
const LONG = 240_000;

describe.each(queueBackends())('a worker is killed, jobs on %s', (backend) => {
  const db = testDatabase();
  const api = testApi(db);
  let settings: Record<string, string>;
  let stopRedis = async (): Promise<unknown> => undefined;
  let post: StubbornPost;
  let people: Awaited<ReturnType<typeof aTownAndADesk>>;
  let worker: WorkerProcess | undefined;

  beforeAll(async () => {
    post = await aStubbornPost();
    const { BASE_URL = '', SECRET = '' } = process.env;
    settings = { DATABASE_URL: databaseUrl(db()), SMTP_URL: post.url, BASE_URL, SECRET, SEND_WINDOW: 'always' };
    if (backend === 'Redis') {
      const redis = await startRedis();
      stopRedis = redis.stop;
      settings.REDIS_URL = redis.url;
    }
    people = await aTownAndADesk(db(), api);
  });
  afterEach(async () => {
    await worker?.kill();
    expect(await violations(db())).toEqual([]);
  });
  afterAll(async () => {
    await stopRedis();
    await post.stop();
  });

  async function submit(): Promise<string> {
    const { id, submit: send } = await aFilledKarte(people.town);
    expect((await send()).status).toBe(200);
    const [event] = await db().query(
      `SELECT id FROM events WHERE consultation_id = $1 AND type = 'consultation.submit'`,
      [id],
    );
    return event.id;
  }

  async function delivered(event: string): Promise<void> {
    for (;;) {
      const rows = await db().query('SELECT sent_at FROM mails WHERE bundle = $1', [`event-${event}`]);
      if (rows.length === people.addresses.length && rows.every((row: { sent_at: unknown }) => row.sent_at)) return;
      await wait(100);
    }
  }

  const mailsOf = (event: string) => post.seen.filter(({ id }) => id.startsWith(`<event-${event}-`));
  const recipients = (event: string) =>
    mailsOf(event)
      .map(({ to }) => to)
      .sort();

  test(
    'between commit and mail: the next one delivers, once',
    async () => {
      worker = startWorkerProcess(settings);
      const before = await submit();
      await delivered(before);
      worker.freeze();
      const event = await submit();
      await worker.kill();
      expect(recipients(event)).toEqual([]);
      worker = startWorkerProcess(settings);
      await delivered(event);
      for (const one of [before, event]) expect(recipients(one)).toEqual([...people.addresses].sort());
    },
    LONG,
  );

  test(
    'while the mail server thinks: nobody goes without, and what comes twice bears the same Message-ID',
    async () => {
      const silence = post.stallOnce();
      worker = startWorkerProcess(settings);
      const event = await submit();
      await silence;
      await worker.kill();
      const withTheServer = recipients(event);
      worker = startWorkerProcess(settings);
      await delivered(event);
      expect([...new Set(recipients(event))]).toEqual([...people.addresses].sort());
      // What the server had when the worker died, and nothing else, may come again; the one without an answer must.
      const again = recipients(event).filter((to, at, all) => all.indexOf(to) !== at);
      expect(again).toEqual([...new Set(again)]);
      expect(again).toContain(mailsOf(event)[0]?.to);
      expect(withTheServer).toEqual(expect.arrayContaining(again));
      expect(new Set(mailsOf(event).map(({ id }) => id)).size).toBe(people.addresses.length);
    },
    LONG,
  );
});
