import { expect, it } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import { reminderScene } from '../../test/reminder-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { DeliveryQueries } from './delivery.queries.js';

const db = testDatabase();
const { anInquiry, atWork, reminded, manager } = reminderScene(db);

it('a deputy hears in the place of who is away, who sees it in the application', async () => {
  await anInquiry();
  const [{ id: absent }] = await db().query('SELECT id FROM people WHERE email = $1', [manager()]);
  const deputy = await aPerson(db(), grant('desk'));
  await db().query(`UPDATE people SET password_hash = 'x'`);
  await db().query(
    `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
     VALUES ($1, '2026-12-01', '2026-12-04', $2, $1, now())`,
    [absent, deputy.id],
  );
  await atWork('2026-12-02T09:00');
  expect((await reminded()).map((line) => line.split(' ')[0])).toContain(`${deputy.id}@test.example`);
  expect((await reminded()).map((line) => line.split(' ')[0])).not.toContain(manager());
  const seen = await db().query('SELECT on_behalf_of FROM notices WHERE person_id = $1', [deputy.id]);
  expect(seen).toContainEqual({ on_behalf_of: absent });
});

it('who is away gets no mail, also where they chose to get mails at once', async () => {
  await anInquiry();
  const [{ owner_id: absent }] = await db().query('SELECT owner_id FROM dues WHERE kind = $1', ['reply']);
  const deputy = await aPerson(db(), grant('desk'));
  await db().query(
    `UPDATE people SET password_hash = 'x'; UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`,
  );
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'deadline', 'now', true, 'mine')`, [absent]);
  await db().query(
    `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
     VALUES ($1, '2026-12-01', '2026-12-04', $2, $1, now())`,
    [absent, deputy.id],
  );
  await atWork('2026-12-02T09:00');
  const told = (await reminded()).filter((line) => line.includes('団体への回答'));
  expect(told.map((line) => line.split(' ')[0])).toEqual([`${deputy.id}@test.example`]);
});

it('who alone would hear, and wants to hear nothing, is not mailed; the application and the ledger say it', async () => {
  await anInquiry();
  const [{ owner_id: deskId }] = await db().query('SELECT owner_id FROM dues WHERE kind = $1', ['reply']);
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'deadline', 'now', true, 'none')`, [deskId]);
  await db().query(`UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`);
  await atWork('2026-12-02T09:00');
  expect((await reminded()).map((line) => line.split(' ')[0])).not.toContain(`${deskId}@test.example`);
  const kept = await db().query('SELECT dropped_because, in_app FROM notices WHERE person_id = $1', [deskId]);
  expect(kept).toEqual([{ dropped_because: 'unwanted', in_app: true }]);
  const deliveries = new DeliveryQueries(db(), await new Calendar(db(), new Clock()).reload(), new Clock());
  const reader = await aPerson(db(), grant('manager'));
  const { items } = await deliveries.rows(reader, { day: '2026-12-02', state: 'dropped', page: 1, size: 50 });
  expect(items.map(({ address, droppedBecause }) => [address, droppedBecause])).toEqual([
    [`${deskId}@test.example`, 'unwanted'],
  ]);
  expect((await deliveries.days(reader)).items[0]).toMatchObject({ day: '2026-12-02', dropped: 1 });
});

/** The owner of the 相談 is away in the first days of December; these stand in or work beside them. */
async function anAbsentOwner(deputyChose: string) {
  await anInquiry();
  const [{ owner_id: absent }] = await db().query('SELECT owner_id FROM dues WHERE kind = $1', ['reply']);
  const deputy = await aPerson(db(), grant('desk'));
  await db().query(
    `UPDATE people SET password_hash = 'x'; UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`,
  );
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'deadline', ${deputyChose})`, [deputy.id]);
  await db().query(
    `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
     VALUES ($1, '2026-12-01', '2026-12-04', $2, $1, now())`,
    [absent, deputy.id],
  );
  return { absent: absent as string, deputy };
}

it.each([`'now', true, 'none'`, `'never', false, 'mine'`])(
  'a deputy who wants to hear nothing (%s) hears in the place of who is away',
  async (chosen) => {
    const { deputy } = await anAbsentOwner(chosen);
    await atWork('2026-12-02T09:00');
    const told = (await reminded()).filter((line) => line.includes('団体への回答'));
    expect(told.map((line) => line.split(' ')[0])).toEqual([`${deputy.id}@test.example`]);
    const seen = await db().query('SELECT in_app FROM notices WHERE person_id = $1', [deputy.id]);
    expect(seen).toEqual([{ in_app: true }]);
  },
);

it('where one of the desk hears, the other stays left out', async () => {
  await anInquiry();
  const [silent, colleague] = [await aPerson(db(), grant('desk')), await aPerson(db(), grant('desk'))];
  await db().query(
    `UPDATE people SET password_hash = 'x';
     UPDATE people SET disabled_at = now() WHERE id IN (SELECT owner_id FROM dues WHERE kind = 'reply');
     UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`,
  );
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'deadline', 'now', true, 'none')`, [silent.id]);
  await atWork('2026-12-02T09:00');
  const told = await db().query(
    'SELECT person_id, in_app, mail_id IS NOT NULL AS mailed FROM notices WHERE person_id = ANY ($1) ORDER BY mailed',
    [[silent.id, colleague.id]],
  );
  expect(told).toEqual([
    { person_id: silent.id, in_app: false, mailed: false },
    { person_id: colleague.id, in_app: true, mailed: true },
  ]);
});

it('a colleague who is the deputy of another, and wants nothing, sees it all the same when nobody else is there', async () => {
  const { absent, deputy } = await anAbsentOwner(`'now', true, 'none'`);
  const gone = await aPerson(db(), grant('desk'));
  await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [gone.id]);
  await db().query('UPDATE consultations SET owner_id = $2 WHERE owner_id = $1', [absent, gone.id]);
  await atWork('2026-12-02T09:00');
  const told = await db().query('SELECT in_app, dropped_because FROM notices WHERE person_id = $1', [deputy.id]);
  expect(told).toEqual([{ in_app: true, dropped_because: 'unwanted' }]);
});
