import { expect, it } from '@jest/globals';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { MLIT_MAILBOX, reminderScene } from '../../test/reminder-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { ofState, startDeadline } from '../deadlines/deadlines.js';

const db = testDatabase();
const { scene, anInquiry, atWork, reminded, manager } = reminderScene(db);

it('reminds three days before, on the day, a day after, and then tells the managers', async () => {
  await anInquiry();
  for (const day of ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30'])
    await atWork(`2026-11-${day}T09:00`);
  for (const day of ['01', '02', '03', '04']) await atWork(`2026-12-${day}T09:00`);
  expect(await reminded()).toEqual([
    `${MLIT_MAILBOX} 照会への回答の期限まで、あと3開庁日です。`,
    `${MLIT_MAILBOX} 照会への回答の期限は、本日です。`,
    `${MLIT_MAILBOX} 照会への回答の期限を1開庁日過ぎています。`,
    `${manager()} 照会への回答が期限を3開庁日過ぎています。対応を確認してください。`,
  ]);
});

it('says it once, however often and on however many workers it is planned', async () => {
  await anInquiry();
  itIs('2026-11-27T09:00');
  await Promise.all([scene().planner.run(), scene().planner.run(), scene().planner.run()]);
  await Promise.all([scene().round(), scene().round()]);
  await atWork('2026-11-27T15:00');
  expect(await reminded()).toHaveLength(1);
});

it('waits for office hours, and a weekend takes no step away', async () => {
  await anInquiry();
  await atWork('2026-11-27T06:00');
  expect(await reminded()).toEqual([]);
  await atWork('2026-11-27T08:30');
  await atWork('2026-11-28T10:00');
  await atWork('2026-11-29T10:00');
  expect(await reminded()).toHaveLength(1);
  await atWork('2026-11-30T08:30');
  expect((await reminded())[1]).toContain('1開庁日過ぎています');
});

it('drops what is no longer true at the moment of sending, and says why', async () => {
  const { id } = await anInquiry();
  itIs('2026-11-27T06:00');
  await scene().planner.run();
  await db().query(`UPDATE deadlines SET due_on = '2026-12-04' WHERE inquiry_id = $1`, [id]);
  await atWork('2026-11-27T09:00');
  expect(await reminded()).toEqual([]);
  const dropped = await db().query('SELECT dropped_because FROM notices WHERE address = $1', [MLIT_MAILBOX]);
  expect(dropped).toEqual([{ dropped_because: 'settled' }]);
  for (const day of ['01', '02', '03', '04']) await atWork(`2026-12-${day}T09:00`);
  expect((await reminded()).map((line) => line.slice(-8))).toEqual(['と3開庁日です。', '期限は、本日です。'.slice(-8)]);
});

it('what waited says how late it is when it goes, not how late it was', async () => {
  await anInquiry();
  scene().refuse(() => Object.assign(new Error('try later'), { responseCode: 451 }));
  await atWork('2026-11-24T09:00');
  scene().refuse(() => null);
  await atWork('2026-11-26T09:00');
  expect(await reminded()).toEqual([`${MLIT_MAILBOX} 照会への回答の期限まで、あと1開庁日です。`]);
});

it('of the steps that a digest gathered, the last is said', async () => {
  await anInquiry();
  const [{ owner_id: desk }] = await db().query('SELECT owner_id FROM dues WHERE kind = $1', ['reply']);
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'deadline', 'weekly', true, 'mine')`, [desk]);
  await db().query(
    `UPDATE deadlines SET due_on = '2026-12-03' WHERE clock = 'reply'; UPDATE deadlines SET ended_at = now() WHERE clock <> 'reply'`,
  );
  for (const day of ['2026-11-30', '2026-12-03', '2026-12-04', '2026-12-07']) await atWork(`${day}T09:30`);
  await atWork('2026-12-14T09:00');
  const [digest] = (await scene().received()).filter(({ to }) => to?.[0]?.address === `${desk}@test.example`);
  expect(digest?.text?.match(/団体への回答の期限.*/g)).toEqual(['団体への回答の期限を2開庁日過ぎています。']);
  const fates = await db().query(
    'SELECT step, dropped_because FROM notices WHERE person_id = $1 AND mail_id IS NOT NULL ORDER BY step',
    [desk],
  );
  expect(fates).toEqual([
    { step: -3, dropped_because: 'overtaken' },
    { step: 0, dropped_because: 'overtaken' },
    { step: 1, dropped_because: null },
  ]);
});

it('is not sent to a mailbox that no longer looks after it', async () => {
  await anInquiry();
  itIs('2026-11-27T06:00');
  await scene().planner.run();
  await db().query(`UPDATE ministries SET mailbox = 'new@ministries.example' WHERE id = 'mlit'`);
  await atWork('2026-11-27T09:00');
  expect(await reminded()).toEqual([]);
  const dropped = await db().query('SELECT dropped_because FROM notices WHERE address = $1', [MLIT_MAILBOX]);
  expect(dropped).toEqual([{ dropped_because: 'notTheirs' }]);
});

it('catches up after days in which nobody worked: the last step, not all of them', async () => {
  await anInquiry();
  await atWork('2026-11-30T09:00');
  expect(await reminded()).toEqual([`${MLIT_MAILBOX} 照会への回答の期限を1開庁日過ぎています。`]);
});

it('a stopped clock reminds nobody', async () => {
  const { id, contact } = await anInquiry();
  await db().query(
    `UPDATE inquiries SET state = 'questioned', paused_on = '2026-11-20', acknowledged_at = now(), acknowledged_by = $2 WHERE id = $1`,
    [id, contact.id],
  );
  await atWork('2026-11-27T09:00');
  expect(await reminded()).toEqual([]);
});

it('shows it in the application to the people behind the mailbox, who get no mail', async () => {
  const { contact } = await anInquiry();
  await atWork('2026-11-27T09:00');
  const seen = await db().query('SELECT in_app, mail_id FROM notices WHERE person_id = $1', [contact.id]);
  expect(seen).toEqual([{ in_app: true, mail_id: null }]);
});

it('puts what comes together into one mail', async () => {
  await anInquiry();
  await anInquiry();
  await atWork('2026-11-27T09:00');
  const mails = await scene().received();
  expect(mails.map(({ subject }) => subject)).toEqual(['【新結合相談】お知らせ2件']);
  expect(mails[0]?.text?.match(/照会への回答の期限は、本日です。/g)).toHaveLength(2);
});

it('a digest waits for its hour; the desk that chose nothing to hear hears nothing; duties are told all the same', async () => {
  await anInquiry();
  const [{ id: managerId }] = await db().query('SELECT id FROM people WHERE email = $1', [manager()]);
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'escalation', 'never', false, 'none')`, [managerId]);
  const [{ owner_id: deskId }] = await db().query('SELECT owner_id FROM dues WHERE kind = $1', ['reply']);
  await db().query(`INSERT INTO notice_preferences VALUES ($1, 'deadline', 'daily', true, 'mine')`, [deskId]);
  await db().query(`INSERT INTO notice_hours (person_id, digest_at) VALUES ($1, '16:00')`, [deskId]);
  await db().query(`UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`);
  await atWork('2026-12-02T09:00');
  expect((await reminded()).map((line) => line.split(' ')[0])).toEqual([manager()]);
  await atWork('2026-12-02T16:00');
  const mails = await scene().received();
  expect(mails[1]?.to?.[0]?.address).toBe(`${deskId}@test.example`);
  expect(mails[1]?.text).toContain('団体への回答の期限は、本日です。');
});

it('a case in フォロー中 is brought to mind every twenty business days, and never as overdue', async () => {
  itIs('2026-11-02T10:00');
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db(), grant('desk'));
  await db().query(`UPDATE people SET password_hash = 'x'`);
  const { id } = await aConsultation(db(), town, { state: 'followUp', ownerId: desk.id });
  await db().query(`UPDATE deadlines SET ended_at = now()`);
  const calendar = await new Calendar(db(), new Clock()).reload();
  const { dueOn } = await startDeadline(db().manager, calendar, ofState(id), {
    kind: 'followUp',
    at: new Clock().now(),
  });
  expect(dueOn).toBe('2026-12-02');
  for (const day of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-28', '2027-01-05', '2027-01-06', '2027-02-04'])
    await atWork(`${day}T09:00`);
  const days = await db().query('SELECT day::text AS day FROM notices WHERE rule = $1 ORDER BY day', ['followUp']);
  expect(days.map(({ day }: { day: string }) => day)).toEqual(['2026-12-02', '2027-01-05', '2027-02-03']);
  expect(await reminded()).toEqual(
    Array(3).fill(
      `${desk.id}@test.example フォロー中の相談です。状況を確認し、フォローを続けるか、完了を提案するかを決めてください。`,
    ),
  );
  await db().query(`UPDATE deadlines SET ended_at = now() WHERE kind = 'followUp'`);
  await atWork('2027-03-31T09:00');
  expect(await reminded()).toHaveLength(3);
});

it('is told to all of the desk where the owner of a case is gone', async () => {
  await anInquiry();
  const colleague = await aPerson(db(), grant('desk'));
  await db().query(
    `UPDATE people SET password_hash = 'x';
     UPDATE people SET disabled_at = now() WHERE id IN (SELECT owner_id FROM dues WHERE kind = 'reply');
     UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`,
  );
  await atWork('2026-12-02T09:00');
  expect((await reminded()).map((line) => line.split(' ')[0])).toContain(`${colleague.id}@test.example`);
});

it('what nobody looks after is told to the managers', async () => {
  await anInquiry();
  await db().query(
    `UPDATE people SET disabled_at = now() WHERE id IN (SELECT owner_id FROM dues WHERE kind = 'reply');
     UPDATE deadlines SET due_on = '2026-12-02' WHERE clock = 'reply'`,
  );
  await atWork('2026-12-02T09:00');
  const mails = await scene().received();
  expect(mails.filter(({ text }) => text?.includes('団体への回答')).map(({ to }) => to?.[0]?.address)).toEqual([
    manager(),
  ]);
});
