import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { postScene } from '../../test/post-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { DeliveryQueries } from './delivery.queries.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeChoices } from './notice-choices.service.js';
import { ReportMissing } from './report-missing.job.js';
import { waitingMails } from './waiting.js';

const db = testDatabase();
const scene = postScene(db);
const PAGE = { page: 1, size: 50 };
let queries: NoticeQueries;
let choices: NoticeChoices;
let deliveries: DeliveryQueries;
let town: Actor & { id: string };
let manager: Actor & { id: string };

beforeAll(async () => {
  queries = new NoticeQueries(db(), new Clock());
  choices = new NoticeChoices(db(), new Clock(), scene().config);
  deliveries = new DeliveryQueries(db(), await new Calendar(db(), new Clock()).reload(), new Clock());
});
beforeEach(async () => {
  itIs('2026-11-20T09:00');
  await db().query('DELETE FROM notices; DELETE FROM mails; UPDATE deadlines SET ended_at = now()');
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  manager = await aPerson(db(), grant('manager'));
  await db().query(`UPDATE people SET password_hash = 'x'`);
});

async function returned(): Promise<string> {
  const { id } = await aConsultation(db(), town, { state: 'returned', ownerId: manager.id });
  await record(db().manager, { type: 'consultation.return', consultationId: id, subjectId: id, actor: manager });
  const [event] = await db().query('SELECT id FROM events WHERE consultation_id = $1', [id]);
  await scene().notices.announce(event.id);
  return id;
}

it('shows a person their own news, with what to do and where', async () => {
  const id = await returned();
  const { items, unread } = await queries.list(town, PAGE);
  expect(unread).toBe(1);
  expect(items).toMatchObject([
    {
      heading: expect.stringContaining('補正をお願いします'),
      href: `/consultations/${id}`,
      read: false,
      topic: 'official',
    },
  ]);
  expect(items[0]?.number).toMatch(/^新結合/);
  expect((await queries.list(await aPerson(db(), grant('desk')), PAGE)).items).toEqual([]);
});

it('is read once, by its reader only', async () => {
  await returned();
  const [notice] = (await queries.list(town, PAGE)).items;
  await choices.read(manager, notice?.id ?? '');
  expect((await queries.unread(town)).unread).toBe(1);
  await choices.read(town, notice?.id ?? '');
  await choices.read(town, notice?.id ?? '');
  expect((await queries.unread(town)).unread).toBe(0);
  expect((await queries.list(town, { ...PAGE, unread: 'yes' })).items).toEqual([]);
});

it('says nothing of a case that its reader may no longer read', async () => {
  await returned();
  await db().query('UPDATE grants SET municipality_code = $2 WHERE person_id = $1', [town.id, NISHIIZU]);
  const moved = { ...town, grants: [grant('municipality', { municipalityCode: NISHIIZU })] };
  expect((await queries.list(moved, PAGE)).items).toMatchObject([{ number: null, title: null, href: '/work' }]);
});

it('keeps what was chosen, but never lets a duty be switched off', async () => {
  const hours = { opensAt: '09:00', closesAt: '17:00', digestAt: '16:30', digestWeekday: 3, anyTime: false };
  const never = { moment: 'never', inApp: false, scope: 'none' } as const;
  await choices.choose(town, {
    hours,
    topics: [
      { topic: 'case', ...never },
      { topic: 'official', ...never },
    ],
  });
  const chosen = await choices.choices(town);
  expect(chosen.hours).toEqual(hours);
  expect(chosen.topics).toContainEqual({ topic: 'case', ...never });
  expect(chosen.topics.map(({ topic }) => topic)).not.toContain('official');
  await returned();
  await scene().round();
  expect((await scene().received()).map(({ to }) => to?.[0]?.address)).toContain(`${town.id}@test.example`);
});

it('counts what was due and what became of it, and every number opens its rows', async () => {
  scene().refuse((address) =>
    address === `${town.id}@test.example` ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null,
  );
  const id = await returned();
  await scene().round();
  const [today] = (await deliveries.days(manager)).items;
  expect(today).toMatchObject({ day: '2026-11-20', due: 1, refused: 1, sent: 0, missing: 0 });
  const { items, total } = await deliveries.rows(manager, { ...PAGE, day: '2026-11-20', state: 'refused' });
  expect(total).toBe(1);
  expect(items).toMatchObject([
    { address: `${town.id}@test.example`, state: 'refused', attempts: 1, consultationId: id },
  ]);
  const admin = await aPerson(db(), grant('admin'));
  expect((await deliveries.rows(admin, { ...PAGE, day: '2026-11-20' })).items).toMatchObject([
    { state: 'refused', consultationId: null },
  ]);
  await expect(deliveries.days(town)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('a reminder that the deadlines demanded and nobody wrote down is missing', async () => {
  itIs('2026-11-10T09:00');
  const { id } = await aConsultation(db(), town, { state: 'checking', ownerId: manager.id });
  await db().query(`UPDATE deadlines SET due_on = '2026-11-18' WHERE consultation_id = $1`, [id]);
  itIs('2026-11-20T09:00');
  const { missing } = await deliveries.days(manager);
  expect(missing.map(({ day, consultationId }) => [day, consultationId])).toEqual([
    ['2026-11-13', id],
    ['2026-11-18', id],
    ['2026-11-19', id],
  ]);
  // The night tells the managers, once.
  const night = new ReportMissing(db(), await new Calendar(db(), new Clock()).reload());
  await Promise.all([night.run(), night.run()]);
  await night.run();
  const told: { id: string }[] = await db().query(
    `SELECT id FROM events WHERE type = 'reminder.miss' AND consultation_id = $1`,
    [id],
  );
  expect(told).toHaveLength(3);
  await scene().notices.announce(told[0]?.id ?? '');
  await scene().round();
  expect((await scene().received()).map(({ to }) => to?.[0]?.address)).toContain(`${manager.id}@test.example`);
  // An administrator sees that it is missing, and nothing of the case.
  const seen = await deliveries.days(await aPerson(db(), grant('admin')));
  expect(seen.missing).toHaveLength(3);
  expect(seen.missing.map(({ title, consultationId }) => [title, consultationId])).toEqual(Array(3).fill([null, null]));
});

it('a 宿題 that nobody was reminded of is missing, and the managers are told', async () => {
  itIs('2026-11-10T09:00');
  const { id } = await aConsultation(db(), town, { state: 'followUp', ownerId: manager.id });
  await db().query('UPDATE deadlines SET ended_at = started_at WHERE consultation_id = $1', [id]);
  const items = ['2026-11-16T09:00', null].map(async (done) => {
    const [{ id: item }]: [{ id: string }] = await db().query(
      `INSERT INTO action_items (consultation_id, text, owner_kind, owner_id, due_on, created_by, created_at, done_at, done_by)
       VALUES ($1, '資料の送付', 'desk', $2::uuid, '2026-11-18', $2, $3, $4::timestamptz, CASE WHEN $4 IS NOT NULL THEN $2 END)
       RETURNING id`,
      [id, manager.id, new Date('2026-11-10T09:00+09:00'), done && new Date(`${done}+09:00`)],
    );
    return item;
  });
  const [, open] = await Promise.all(items);
  itIs('2026-11-20T09:00');
  const { missing } = await deliveries.days(manager);
  const ours = missing.filter(({ consultationId }) => consultationId === id);
  expect(ours.map(({ day, what }) => [day, what])).toEqual([
    ['2026-11-13', '宿題'],
    ['2026-11-13', '宿題'],
    ['2026-11-18', '宿題'],
    ['2026-11-19', '宿題'],
  ]);
  await new ReportMissing(db(), await new Calendar(db(), new Clock()).reload()).run();
  const told = await db().query(
    `SELECT data ->> 'day' AS day FROM events WHERE type = 'reminder.miss' AND subject_id = $1 ORDER BY day`,
    [open],
  );
  expect(told.map(({ day }: { day: string }) => day)).toEqual(['2026-11-13', '2026-11-18', '2026-11-19']);
  // What was said is not missing.
  await scene().planner.run();
  await db().query(`UPDATE notices SET day = '2026-11-18' WHERE fact = $1`, [`due-actionItem-${open}`]);
  expect(
    (await deliveries.days(manager)).missing.filter(
      ({ day, consultationId }) => consultationId === id && day === '2026-11-18',
    ),
  ).toEqual([]);
  await db().query('DELETE FROM action_items');
});

it('a clock that stands still demands no reminder, and so none is missing', async () => {
  itIs('2026-11-10T09:00');
  const { id } = await aConsultation(db(), town, { state: 'returned', ownerId: manager.id });
  const turns = JSON.stringify([{ type: 'pause', at: '2026-11-11T00:00:00Z' }]);
  await db().query(
    `UPDATE deadlines SET due_on = '2026-11-18', turns = CASE clock WHEN 'reply' THEN $2::jsonb ELSE turns END,
       ended_at = CASE WHEN clock <> 'reply' THEN started_at END WHERE consultation_id = $1`,
    [id, turns],
  );
  itIs('2026-11-20T09:00');
  const missing = async () =>
    (await deliveries.days(manager)).missing.flatMap(({ day, consultationId }) => (consultationId === id ? day : []));
  expect(await missing()).toEqual([]);
  await db().query(`UPDATE deadlines SET turns = '[]' WHERE consultation_id = $1`, [id]);
  expect(await missing()).toEqual(['2026-11-13', '2026-11-18', '2026-11-19']);
});

it('shows at once in the application until when its mail waits, and the ledger knows what is ahead', async () => {
  itIs('2026-11-22T23:30');
  await returned();
  await scene().round();
  const goes = new Date('2026-11-24T08:30+09:00').toISOString();
  expect((await queries.list(town, PAGE)).items).toMatchObject([{ read: false, mailWaitsUntil: goes }]);
  expect(await deliveries.days(manager)).toMatchObject({ ahead: 1 });
  const { items } = await deliveries.rows(manager, { ...PAGE, ahead: 'yes' });
  expect(items).toMatchObject([{ state: 'waiting', at: goes, waitsUntil: goes, sentAt: null }]);
  itIs('2026-11-24T08:30');
  await scene().round();
  expect((await queries.list(town, PAGE)).items).toMatchObject([{ mailWaitsUntil: null }]);
  const days = await deliveries.days(manager);
  expect(days).toMatchObject({ ahead: 0 });
  expect(days.items[0]).toMatchObject({ day: '2026-11-24', due: 1, sent: 1, waiting: 0 });
});

it('a mail that waits for its hours is not late', async () => {
  itIs('2026-11-22T23:30');
  await returned();
  await db().query(`UPDATE notices SET mail_from = now() + interval '1 day'`);
  expect(await waitingMails(db())).toEqual({ oldestMailSeconds: 0, oldestDueSeconds: 0 });
});

it('tells the people of a ministry that their mailbox gets the mails, not they', async () => {
  const official = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
  const { byMailbox, ...shown } = await choices.choices(official);
  expect([byMailbox, ...new Set(shown.topics.map(({ moment }) => moment))]).toEqual([true, 'never']);
  // Saving what is shown changes nothing.
  await choices.choose(official, shown);
  expect(await choices.choices(official)).toEqual({ byMailbox, ...shown });
  const townsman = await choices.choices(town);
  expect([townsman.byMailbox, townsman.topics[0]?.moment]).toEqual([false, 'now']);
});
