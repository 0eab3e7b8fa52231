import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { DataSource } from 'typeorm';
import { Calendar } from '../src/calendar/calendar.js';
import { Clock } from '../src/calendar/clock.js';
import { LinksService } from '../src/identity/links.service.js';
import { Letters } from '../src/notifications/letters.js';
import { Mails } from '../src/notifications/mails.js';
import { Notices } from '../src/notifications/notices.js';
import { PlanReminders } from '../src/notifications/plan-reminders.job.js';
import { PostOffice } from '../src/notifications/post-office.js';
import type { Config } from '../src/platform/config.js';

type Refusal = (Error & { responseCode?: number }) | null;

/** A mail server of the test's own, and the post before it. */
export interface PostScene {
  config: Config;
  notices: Notices;
  planner: PlanReminders;
  post: PostOffice;
  /** What the server accepted since the test began. */
  received: () => Promise<Email[]>;
  /** What the server answers to a recipient; null accepts. */
  refuse: (answer: (address: string) => Refusal) => void;
  /** What it answers to our sender, before any recipient is named. */
  refuseSender: (answer: Refusal) => void;
  /** Makes mails of what waited and sends everything that is due. */
  round: () => Promise<void>;
}

export function postScene(db: () => DataSource): () => PostScene {
  const received: string[] = [];
  let answer: (address: string) => Error | null = () => null;
  let answerToSender: Error | null = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_address, _session, done) => done(answerToSender),
    onRcptTo: ({ address }, _session, done) => done(answer(address)),
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
  let scene: PostScene;

  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.server.address() as { port: number };
    const config = {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'desk@musubi.example',
      BASE_URL: 'https://musubi.example',
      SECRET: 'a secret for tests that is long enough',
      SEND_WINDOW: 'office',
    } as Config;
    const clock = new Clock();
    const calendar = await new Calendar(db(), clock).reload();
    const mails = new Mails(clock, config);
    const letters = new Letters(new LinksService(db(), clock, config), config);
    const post = new PostOffice(db(), clock, calendar, letters, config);
    const notices = new Notices(db(), clock, calendar, mails, config);
    scene = {
      config,
      notices,
      planner: new PlanReminders(db(), calendar, notices),
      post,
      received: () => Promise.all(received.map((mail) => PostalMime.parse(mail))),
      refuse: (how) => {
        answer = how;
      },
      refuseSender: (how) => {
        answerToSender = how;
      },
      round: async () => {
        await db().transaction((tx) => mails.forWhatWaited(tx));
        for (const { id } of await post.due(1000)) await post.send(id);
      },
    };
  });
  beforeEach(() => {
    received.length = 0;
    answer = () => null;
    answerToSender = null;
  });
  afterAll(async () => {
    scene.post.onApplicationShutdown();
    await new Promise<void>((closed) => server.close(closed));
  });
  return () => scene;
}
