import { beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { aDoneVisit } from '../../test/visit-scene.js';
import type { TeamHealth } from '../contract/team-health.js';
import { WatchTeams } from './watch-teams.job.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let officer: Person;
let teamId: string;

beforeEach(async () => {
  await db().query('UPDATE teams SET ended_at = now() WHERE ended_at IS NULL');
  itIs('2027-04-01T09:00'); // a Thursday
  secretariat = await aPerson(db(), grant('secretariat'));
  officer = await aPerson(db(), grant('officer'));
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  ({ id: teamId } = await aTeam(db(), secretariat.id, { officers: [officer], town }));
});

const watch = () => api.app().get(WatchTeams, { strict: false }).run();
const told = async (): Promise<string[]> => {
  const rows: { type: string }[] = await db().query(
    "SELECT type FROM events WHERE subject_id = $1 AND type LIKE 'teamHealth.%' ORDER BY id",
    [teamId],
  );
  return rows.map(({ type }) => type);
};
const page = async (query = '') => (await api.as(secretariat).get<TeamHealth>(`/team-health${query}`)).body;

describe('a team of which nothing is heard', () => {
  // 30 business days after 1 April 2027: 29 April and 3 to 5 May are holidays.
  it('is reminded on the 30th business day, not before, and once', async () => {
    itIs('2027-05-18T09:00');
    expect((await page()).items[0]).toMatchObject({ quietWorkdays: 29, findings: [] });
    await watch();
    expect(await told()).toEqual([]);
    itIs('2027-05-19T09:00');
    await watch();
    await Promise.all([watch(), watch()]);
    expect(await told()).toEqual(['teamHealth.remind.noContact']);
    expect((await page()).items[0]).toMatchObject({
      quietWorkdays: 30,
      lastContactOn: null,
      findings: [{ kind: 'noContact', since: '2027-04-01', remindedOn: '2027-05-19', toldOn: null }],
    });
  });

  it('is the secretariat’s to know when ten business days later nothing happened, once', async () => {
    itIs('2027-05-19T09:00');
    await watch();
    itIs('2027-06-01T23:00');
    await watch();
    expect(await told()).toEqual(['teamHealth.remind.noContact']);
    itIs('2027-06-02T00:30');
    await watch();
    await watch();
    expect(await told()).toEqual(['teamHealth.remind.noContact', 'teamHealth.tell.noContact']);
  });

  it('is left in peace once it visited; the next silence is another', async () => {
    itIs('2027-05-19T09:00');
    await watch();
    await aDoneVisit(db(), teamId, officer.id, '2027-05-19');
    itIs('2027-06-02T09:00');
    await watch();
    expect((await page()).items[0]).toMatchObject({ lastContactOn: '2027-05-19', findings: [], visits: 1 });
    itIs('2027-06-30T09:00');
    await watch();
    expect(await told()).toEqual(['teamHealth.remind.noContact', 'teamHealth.remind.noContact']);
  });

  it('hears on a closed day what held on the business day before', async () => {
    await aDoneVisit(db(), teamId, officer.id, '2027-04-06');
    itIs('2027-05-23T09:00'); // Sunday
    await watch();
    expect(await told()).toEqual([]);
    itIs('2027-05-24T09:00');
    await watch();
    expect(await told()).toEqual(['teamHealth.remind.noContact']);
  });
});

it('a quarter without a visit is another finding than silence', async () => {
  itIs('2027-07-01T09:00');
  expect((await page()).items[0]?.findings.map(({ kind }) => kind)).toEqual(['noContact', 'noVisit']);
  await aDoneVisit(db(), teamId, officer.id, '2027-04-02');
  expect((await page()).items[0]?.findings.map(({ kind }) => kind)).toEqual(['noContact']);
});

it('the limits hold from their day on', async () => {
  const rule = { validFrom: '2027-04-20', contactWorkdays: 5, visitMonths: 1, escalateWorkdays: 2 };
  expect((await api.as(officer).post('/team-health/rules', rule)).status).toBe(403);
  const past = await api.as(secretariat).post('/team-health/rules', { ...rule, validFrom: '2027-03-31' });
  expect(past.problem.fields).toHaveProperty('validFrom');
  expect((await api.as(secretariat).post('/team-health/rules', rule)).status).toBe(204);
  expect((await api.as(secretariat).post('/team-health/rules', rule)).status).toBe(409);
  itIs('2027-04-19T09:00');
  expect((await page()).found).toBe(0);
  itIs('2027-04-20T09:00');
  expect(await page()).toMatchObject({ found: 1, rule });
  await db().query("DELETE FROM team_health_rules WHERE valid_from = '2027-04-20'");
});

it('shows the worst first, by filter and as a file', async () => {
  const town = await aPerson(db(), grant('municipality', { municipalityCode: '223069' }));
  const other = await aTeam(db(), secretariat.id, {
    officers: [await aPerson(db(), grant('officer'))],
    town,
    code: '223069',
  });
  await aDoneVisit(db(), other.id, officer.id, '2027-05-10');
  itIs('2027-05-20T09:00');
  const { items, total, found } = await page();
  expect([total, found, items.map(({ teamId: id }) => id)]).toEqual([2, 1, [teamId, other.id]]);
  expect((await page('?finding=noContact')).items.map(({ teamId: id }) => id)).toEqual([teamId]);
  expect((await page('?order=town&size=1&page=2')).items.map(({ teamId: id }) => id)).toEqual([other.id]);
  const file = await api.as(secretariat).get('/team-health.csv?order=town');
  expect(file.text.split('\r\n')[1]).toContain('連絡なし');
  expect(file.text.trim().split('\r\n')).toHaveLength(3);
});
