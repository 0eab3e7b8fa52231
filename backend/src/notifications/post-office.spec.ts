import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SUBSCRIPTIONS } from '../events/subscriptions.js';
import { LinksService } from '../identity/links.service.js';
import type { Config } from '../platform/config.js';
import { Letters } from './letters.js';
import { MAIL_FOR } from './mail-for.js';
import { PostOffice } from './post-office.js';

const db = testDatabase();
const received: string[] = [];
let refuse: (address: string) => boolean = () => false;
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(refuse(address) ? new Error('mailbox full') : null),
  onData(stream, _session, done) {
    let mail = '';
    stream.on('data', (chunk) => {
      mail += chunk;
    });
    stream.on('end', () => {
      received.push(mail);
      done();
    });
  },
});
let post: PostOffice;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  const config = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'desk@musubi.example',
    BASE_URL: 'https://musubi.example',
    SECRET: 'a secret for tests that is long enough',
  } as Config;
  const clock = new Clock();
  post = new PostOffice(db(), clock, new Letters(new LinksService(db(), clock, config), config), config);
});
afterAll(async () => {
  post.onApplicationShutdown();
  await new Promise<void>((closed) => server.close(closed));
});
beforeEach(() => {
  itIs('2026-11-20T09:00');
  received.length = 0;
  refuse = () => false;
});

async function aSubmission() {
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db(), grant('desk'));
  await db().query(`UPDATE people SET password_hash = 'x'`);
  const { id } = await aConsultation(db(), town, { state: 'submitted', ownerId: desk.id, title: '秘密でない件名' });
  await record(db().manager, { type: 'consultation.submit', consultationId: id, subjectId: id, actor: town });
  const [event] = await db().query('SELECT id FROM events WHERE consultation_id = $1', [id]);
  return { event: event.id as string, town: `${town.id}@test.example`, desk: `${desk.id}@test.example` };
}

it('knows a letter for every event that is to be mailed', () => {
  const mailed = Object.keys(SUBSCRIPTIONS).filter((type) => SUBSCRIPTIONS[type]?.includes('send-mail'));
  expect(Object.keys(MAIL_FOR).sort()).toEqual(mailed.sort());
});

it('mails number, title, date and link, once, however often the job runs', async () => {
  const { event, town } = await aSubmission();
  await Promise.all([post.deliver(event), post.deliver(event)]);
  await post.deliver(event);
  expect(received).toHaveLength(2);
  const mails = await Promise.all(received.map((mail) => PostalMime.parse(mail)));
  const mail = mails.find(({ to }) => to?.[0]?.address === town);
  expect(mail?.subject).toMatch(/^【新結合相談】北海道上士幌町 \(新結合-R8-\d{4}\)$/);
  expect(mail?.text).toContain('件名：秘密でない件名');
  expect(mail?.text).toContain('令和8年12月18日');
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(mail?.messageId).toMatch(new RegExp(`^<event-${event}-`));
});

it('tries again only for those who did not get it', async () => {
  const { event, town, desk } = await aSubmission();
  refuse = (address) => address === desk;
  await expect(post.deliver(event)).rejects.toThrow('1 of 2 mails not sent');
  expect(received).toHaveLength(1);
  refuse = () => false;
  await post.deliver(event);
  expect(received).toHaveLength(2);
  const rows = await db().query('SELECT recipient, attempts, sent_at FROM mails WHERE event_id = $1', [event]);
  expect(
    Object.fromEntries(rows.map((row: { recipient: string; attempts: number }) => [row.recipient, row.attempts])),
  ).toEqual({ [town]: 1, [desk]: 2 });
});
