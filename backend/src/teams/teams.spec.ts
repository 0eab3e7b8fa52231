import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import type { TeamPromises } from '../contract/team-meetings.js';
import type { Team, Teams } from '../contract/teams.js';
import { formTeams } from './form-teams.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;
let officers: Person[];

beforeAll(async () => {
  itIs('2027-04-15T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  officers = [];
  for (let many = 0; many < 4; many++) officers.push(await aPerson(db(), grant('officer')));
});

const [at, form] = [new Date('2027-05-01T00:00:00Z'), formTeams];
const some = (...which: number[]) => officers.filter((_, index) => which.includes(index));

it('members, their town and the secretariat read a team; others do not know of it', async () => {
  const { id } = await aTeam(db(), secretariat.id, { officers: some(0, 1), town });
  for (const who of [secretariat, town, ...some(0, 1)]) {
    expect((await api.as(who).get<Team>(`/teams/${id}`)).body.members).toHaveLength(2);
  }
  const elsewhere = await aPerson(db(), grant('municipality', { municipalityCode: '221007' }));
  for (const who of [officers[2] as Person, elsewhere, await aPerson(db(), grant('desk'))]) {
    expect((await api.as(who).get(`/teams/${id}`)).status).toBe(404);
    expect((await api.as(who).get<Teams>('/teams')).body.items.map((team) => team.id)).not.toContain(id);
  }
});

it('before the first day of the year only those who run 伴走支援 know the teams', async () => {
  const { id } = await aTeam(db(), secretariat.id, { officers: some(0), town, state: 'appointed' });
  expect((await api.as(officers[0] as Person).get(`/teams/${id}`)).status).toBe(404);
  expect((await api.as(town).get(`/teams/${id}`)).status).toBe(404);
  expect((await api.as(secretariat).get(`/teams/${id}`)).status).toBe(200);
});

it('another 任命 lets members leave and join, and keeps those who stay', async () => {
  const { id, roundId } = await aTeam(db(), secretariat.id, { officers: some(0, 1), town });
  const [{ municipality, first }]: [{ municipality: string; first: string }] = await db().query(
    `SELECT t.application_id AS municipality, tm.application_id AS first FROM teams t
     JOIN team_members tm ON tm.team_id = t.id AND tm.person_id = $2 WHERE t.id = $1`,
    [id, officers[0]?.id],
  );
  await api.as(officers[1] as Person).post(`/teams/${id}/promises`, {
    ...{ id: randomUUID(), text: '事例を調べる', owner: officers[1]?.id, dueOn: '2027-06-01' },
  });
  const teams = [{ municipality, officers: [first] }];
  await db().transaction((tx) => form(tx, { roundId, teams, at }));
  const { members } = (await api.as(town).get<Team>(`/teams/${id}`)).body;
  expect(members.map(({ personId, leftOn }) => [personId, leftOn])).toEqual([
    [officers[0]?.id, null],
    [officers[1]?.id, '2027-05-01'],
  ]);
  expect((await api.as(officers[1] as Person).get(`/teams/${id}`)).status).toBe(404);
  const promised = async (who: Person) => (await api.as(who).get<TeamPromises>('/me/promises')).body.items;
  expect(await promised(officers[0] as Person)).toMatchObject([{ text: '事例を調べる', owner: 'チーム' }]);
  expect([await promised(officers[1] as Person), await promised(town)]).toEqual([[], []]);
  await db().transaction((tx) => form(tx, { roundId, teams: [], at }));
  expect((await api.as(town).get(`/teams/${id}`)).status).toBe(404);
});
