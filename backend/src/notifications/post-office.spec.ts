import { beforeEach, expect, it } from '@jest/globals';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { postScene } from '../../test/post-scene.js';
import { record } from '../events/record.js';
import { SUBSCRIPTIONS } from '../events/subscriptions.js';
import { MAIL_FOR } from './mail-for.js';

const db = testDatabase();
const scene = postScene(db);

const at = (tokyo: string) => new Date(`${tokyo}+09:00`);

beforeEach(() => itIs('2026-11-20T09:00'));

async function aSubmission() {
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db(), grant('desk'));
  await db().query(`UPDATE people SET password_hash = 'x'`);
  const { id } = await aConsultation(db(), town, { state: 'submitted', ownerId: desk.id, title: '秘密でない件名' });
  await record(db().manager, { type: 'consultation.submit', consultationId: id, subjectId: id, actor: town });
  const [event] = await db().query('SELECT id FROM events WHERE consultation_id = $1', [id]);
  return { event: event.id as string, town: `${town.id}@test.example`, desk: `${desk.id}@test.example` };
}

const mailsOf = (event: string) =>
  db().query('SELECT recipient, attempts, sent_at, refused_at, given_up_at FROM mails WHERE bundle = $1', [
    `event-${event}`,
  ]);

it('knows a letter for every event that is to be mailed', () => {
  const mailed = Object.keys(SUBSCRIPTIONS).filter((type) => SUBSCRIPTIONS[type]?.includes('send-mail'));
  expect(Object.keys(MAIL_FOR).sort()).toEqual(mailed.sort());
});

it('mails number, title, date and link, once, however often the job runs', async () => {
  const { event, town } = await aSubmission();
  const { notices, post, received, round } = scene();
  await Promise.all([notices.announce(event), notices.announce(event)]);
  const due = await post.due(10);
  await Promise.all([...due, ...due].map(({ id }) => post.send(id)));
  await notices.announce(event);
  await round();
  const mails = await received();
  expect(mails).toHaveLength(2);
  const mail = mails.find(({ to }) => to?.[0]?.address === town);
  expect(mail?.subject).toMatch(/^【新結合相談】北海道上士幌町 \(新結合-R8-\d{4}\)$/);
  expect(mail?.text).toContain('件名：秘密でない件名');
  expect(mail?.text).toContain('令和8年12月18日');
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(mail?.messageId).toMatch(new RegExp(`^<event-${event}-`));
});

it('tries again, later and with the same Message-ID, only for those who did not get it', async () => {
  const { event, town, desk } = await aSubmission();
  const { notices, received, refuse, round } = scene();
  refuse((address) => (address === desk ? Object.assign(new Error('busy'), { responseCode: 451 }) : null));
  await notices.announce(event);
  await round();
  await round();
  expect(await received()).toHaveLength(1);
  refuse(() => null);
  itIs('2026-11-20T09:01');
  await round();
  expect(await received()).toHaveLength(2);
  const attempts = (await mailsOf(event)).map((row: { recipient: string; attempts: number }) => [
    row.recipient,
    row.attempts,
  ]);
  expect(Object.fromEntries(attempts)).toEqual({ [town]: 1, [desk]: 2 });
});

it('a server that refuses for good is asked once', async () => {
  const { event, desk } = await aSubmission();
  const { notices, refuse, round } = scene();
  refuse((address) => (address === desk ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null));
  await notices.announce(event);
  await round();
  itIs('2026-11-25T09:00');
  await round();
  const refused = (await mailsOf(event)).find((row: { recipient: string }) => row.recipient === desk);
  expect(refused).toMatchObject({ attempts: 1, sent_at: null });
  expect(refused.refused_at).not.toBeNull();
});

it('a server that refuses our sender has refused nobody: all get their mails when it is mended', async () => {
  const { event, town, desk } = await aSubmission();
  const { notices, refuseSender, round, received } = scene();
  refuseSender(Object.assign(new Error('sender not allowed'), { responseCode: 550 }));
  await notices.announce(event);
  await round();
  expect((await mailsOf(event)).map(({ refused_at }: { refused_at: Date | null }) => refused_at)).toEqual([null, null]);
  refuseSender(null);
  itIs('2026-11-20T09:05');
  await round();
  expect((await received()).map(({ to }) => to?.[0]?.address).sort()).toEqual([town, desk].sort());
});

it('a server that never answers well is given up after some business days of tries', async () => {
  const { event, town } = await aSubmission();
  const { notices, refuse, round } = scene();
  refuse(() => Object.assign(new Error('try later'), { responseCode: 451 }));
  await notices.announce(event);
  for (const day of ['20', '21', '22', '23', '24', '25', '26', '27', '30']) {
    for (const hour of ['09', '10', '12', '15', '18', '23']) {
      itIs(`2026-11-${day}T${hour}:30`);
      await round();
    }
  }
  const given = (await mailsOf(event)).find((row: { recipient: string }) => row.recipient === town);
  expect(given).toMatchObject({ attempts: 11, sent_at: null, given_up_at: at('2026-11-30T09:30') });
});

it('what happened on a Sunday night waits for the next business day, and then goes', async () => {
  itIs('2026-11-22T23:30');
  const { event, town, desk } = await aSubmission();
  await scene().notices.announce(event);
  await scene().round();
  itIs('2026-11-23T10:00');
  await scene().round();
  itIs('2026-11-24T08:29');
  await scene().round();
  expect(await scene().received()).toEqual([]);
  const waiting = await db().query('SELECT DISTINCT mail_from FROM notices WHERE fact = $1', [`event-${event}`]);
  expect(waiting).toEqual([{ mail_from: at('2026-11-24T08:30') }]);
  itIs('2026-11-24T08:30');
  await Promise.all([scene().round(), scene().round()]);
  const mails = await scene().received();
  expect(mails.map(({ to }) => to?.[0]?.address).sort()).toEqual([town, desk].sort());
  expect(mails.find(({ to }) => to?.[0]?.address === town)?.subject).toMatch(/\(新結合-R8-\d{4}\)$/);
});

it('what comes to its worker a second too late, or is tried again, waits too', async () => {
  itIs('2026-11-20T17:59');
  const { event, desk } = await aSubmission();
  const { notices, round, received, refuse } = scene();
  refuse((address) => (address === desk ? Object.assign(new Error('busy'), { responseCode: 451 }) : null));
  await notices.announce(event);
  await round();
  expect(await received()).toHaveLength(1);
  refuse(() => null);
  for (const night of ['2026-11-20T18:00', '2026-11-21T10:00', '2026-11-23T10:00']) {
    itIs(night);
    await round();
  }
  expect(await received()).toHaveLength(1);
  itIs('2026-11-24T08:30');
  await round();
  expect(await received()).toHaveLength(2);
});

it.each(['person.invite', 'person.forgotPassword'])(
  '%s is mailed at any hour: without it nobody gets in',
  async (type) => {
    itIs('2026-11-22T23:30');
    const person = await aPerson(db(), grant('desk'));
    const [{ id: linkId }] = await db().query(
      `INSERT INTO one_time_links (person_id, purpose, expires_at) VALUES ($1, $2, now() + interval '1 day') RETURNING id`,
      [person.id, type === 'person.invite' ? 'invitation' : 'password'],
    );
    await record(db().manager, { type, subjectId: person.id, actor: person, data: { linkId } });
    const [event] = await db().query('SELECT id FROM events WHERE subject_id = $1 AND type = $2', [person.id, type]);
    await scene().notices.announce(event.id);
    await scene().round();
    expect((await scene().received()).map(({ to }) => to?.[0]?.address)).toEqual([`${person.id}@test.example`]);
  },
);

it('what waited is not sent to who left meanwhile; a duty goes even to who has read it on the screen', async () => {
  itIs('2026-11-22T10:00');
  const { event, town, desk } = await aSubmission();
  await scene().notices.announce(event);
  await db().query(`UPDATE people SET disabled_at = now() WHERE email = $1`, [desk]);
  await db().query('UPDATE notices SET read_at = now() WHERE address = $1', [town]);
  itIs('2026-11-24T08:30');
  await scene().round();
  expect((await scene().received()).map(({ to }) => to?.[0]?.address)).toEqual([town]);
  const left = await db().query('SELECT dropped_because FROM notices WHERE address = $1', [desk]);
  expect(left).toEqual([{ dropped_because: 'notTheirs' }]);
});

it('who takes mails at any time gets them at night', async () => {
  itIs('2026-11-22T23:30');
  const { event, town } = await aSubmission();
  await db().query(`INSERT INTO notice_hours (person_id, any_time) SELECT id, true FROM people WHERE email = $1`, [
    town,
  ]);
  await scene().notices.announce(event);
  await scene().round();
  expect((await scene().received()).map(({ to }) => to?.[0]?.address)).toEqual([town]);
});

it('of what waited, the word of the desk and each meeting stay letters of their own; the rest comes together', async () => {
  itIs('2026-11-22T23:30');
  const { event, town } = await aSubmission();
  const [{ consultation_id: id }] = await db().query('SELECT consultation_id FROM events WHERE id = $1', [event]);
  const types = ['meeting.propose', 'meeting.cancel', 'consultation.followUp', 'consultation.followUp'];
  for (const type of types)
    await record(db().manager, { type, consultationId: id, subjectId: id, actor: { id: null } });
  const events = await db().query('SELECT id FROM events WHERE consultation_id = $1 ORDER BY id', [id]);
  for (const one of events) await scene().notices.announce(one.id);
  itIs('2026-11-24T08:30');
  await scene().round();
  const ours = (await scene().received()).filter(({ to }) => to?.[0]?.address === town);
  expect(ours.map(({ subject }) => subject?.includes('お知らせ2件')).sort()).toEqual([false, false, false, true]);
});
