import { expect, it } from '@jest/globals';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { TellOfSupport } from './tell-of-support.job.js';

const db = testDatabase();
const told = async (): Promise<string[]> =>
  (await db().query(`SELECT subject_id FROM events WHERE type = 'support.tell' ORDER BY id`)).map(
    (row: { subject_id: string }) => row.subject_id,
  );

it('tells a team that never used it, once, on the day that is set; one that found help without asking it does not tell', async () => {
  itIs('2027-04-15T10:00');
  const secretariat = await aPerson(db(), grant('secretariat'));
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const [one, two] = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
  const idle = await aTeam(db(), secretariat.id, { officers: [one], town });
  const busy = await aTeam(db(), secretariat.id, { officers: [two], town, code: NISHIIZU, roundId: idle.roundId });
  await db().query(`INSERT INTO support_finds VALUES ($1, $2, 'scheme', 'measure', 'm1', '2027-04-20')`, [
    busy.id,
    two.id,
  ]);
  const job = new TellOfSupport(db(), new Clock(), await new Calendar(db(), new Clock()).reload());

  itIs('2027-06-13T23:59');
  await job.run();
  expect(await told()).toEqual([]);
  itIs('2027-06-14T00:01');
  await Promise.all([job.run(), job.run()]);
  await job.run();
  expect(await told()).toEqual([idle.id]);
});

it('keeps to another number of days', async () => {
  itIs('2027-04-15T10:00');
  const secretariat = await aPerson(db(), grant('secretariat'));
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const { id } = await aTeam(db(), secretariat.id, { officers: [await aPerson(db(), grant('officer'))], town });
  await db().query('UPDATE support_settings SET told_after_days = 10');
  const job = new TellOfSupport(db(), new Clock(), await new Calendar(db(), new Clock()).reload());
  itIs('2027-04-25T09:00');
  await job.run();
  expect(await told()).toContain(id);
});
