import { beforeAll, expect, it } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aReport } from '../../test/report-scene.js';
import { aTeam } from '../../test/team-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { WatchReports } from './watch-reports.job.js';

const db = testDatabase();
let job: WatchReports;
let late: string;
let agreed: string;
let roundId: string;

beforeAll(async () => {
  itIs('2027-04-15T10:00');
  const officer = await aPerson(db(), grant('officer'));
  const town = await aPerson(db(), grant('municipality', { municipalityCode: '016331' }));
  const made = await aTeam(db(), officer.id, { officers: [officer], town });
  [late, roundId] = [made.id, made.roundId];
  const other = await aPerson(db(), grant('officer'));
  agreed = (await aTeam(db(), officer.id, { officers: [other], town, code: '223069', roundId })).id;
  await aReport(db(), agreed, officer.id, { state: 'agreed' });
  await due('2027-09-21');
  job = new WatchReports(db(), new Clock(), await new Calendar(db(), new Clock()).reload());
});

const due = (day: string) =>
  db().query('UPDATE rounds SET calendar = $2 WHERE id = $1', [
    roundId,
    JSON.stringify([{ key: 'interimOne', label: '個別中間報告', on: day }]),
  ]);
const on = async (...days: string[]) => {
  for (const day of days) {
    itIs(`${day}T08:30`);
    await job.run();
  }
};
const told = async (): Promise<string[]> =>
  (
    await db().query(
      `SELECT subject_id || ' ' || type || ' ' || (occurred_at AT TIME ZONE 'Asia/Tokyo')::date AS line FROM events
       WHERE type IN ('teamReport.soon', 'teamReport.overdue') ORDER BY id`,
    )
  ).map(({ line }: { line: string }) => line);

it('tells once ten business days before and once after the day, and nobody whose town agreed', async () => {
  // 20 September 2027 is a holiday: the tenth business day before the 21st is the 6th.
  await on('2027-09-03', '2027-09-06', '2027-09-07', '2027-09-21', '2027-09-22', '2027-09-22', '2027-09-24');
  expect(await told()).toEqual([`${late} teamReport.soon 2027-09-06`, `${late} teamReport.overdue 2027-09-22`]);
});

it('tells again when the day was moved, and nothing at the weekend', async () => {
  await due('2027-10-12');
  await on('2027-09-25', '2027-09-26');
  const before = await told();
  await on('2027-09-27', '2027-09-28');
  expect((await told()).slice(before.length)).toEqual([`${late} teamReport.soon 2027-09-27`]);
});

it('is silent where the 事務局 set no day, and when the 年度 has ended', async () => {
  const before = await told();
  await db().query(`UPDATE rounds SET calendar = '[]' WHERE id = $1`, [roundId]);
  await on('2027-11-01');
  await due('2027-10-29');
  await db().query(`UPDATE rounds SET state = 'ended' WHERE id = $1`, [roundId]);
  await on('2027-11-02');
  expect(await told()).toEqual(before);
});
