import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import type { Team, ThemeHistory } from '../contract/teams.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let town: Person;
let officer: Person;
let other: Person;
let secretariat: Person;
let id: string;

beforeAll(async () => {
  itIs('2027-04-15T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
});
beforeEach(async () => {
  [officer, other] = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
  ({ id } = await aTeam(db(), secretariat.id, { officers: [officer, other], town }));
});

const team = async () => (await api.as(town).get<Team>(`/teams/${id}`)).body;
const theme = (version: number, change: object = {}) => ({
  version,
  fields: ['transport'],
  theme: '通院の足',
  goal: '毎時1本',
  plan: '',
  ...change,
});

it('each member writes the own introduction, and a stale tab is shown what stands there', async () => {
  const introduction = '地域の交通を9年担当しています。';
  expect((await api.as(officer).put(`/teams/${id}/introduction`, { version: 1, introduction })).status).toBe(204);
  const stale = await api.as(officer).put(`/teams/${id}/introduction`, { version: 1, introduction: '別の文' });
  expect([stale.status, stale.problem.current]).toEqual([409, { introduction, version: 2 }]);
  const { members } = await team();
  expect(members.find(({ personId }) => personId === officer.id)).toMatchObject({ introduction, version: 2 });
  expect(members.find(({ personId }) => personId === other.id)).toMatchObject({ introduction: '', version: 1 });
  for (const nobody of [town, secretariat]) {
    expect((await api.as(nobody).put(`/teams/${id}/introduction`, { version: 1, introduction })).status).toBe(403);
  }
});

it('keeps every saving of the theme with who, when and what changed', async () => {
  expect((await team()).theme).toBeNull();
  await api.as(officer).put(`/teams/${id}/theme`, theme(0));
  itIs('2027-06-01T09:00');
  await api.as(town).put(`/teams/${id}/theme`, theme(1, { fields: ['transport', 'tourism'], goal: '毎時2本' }));
  expect((await team()).theme).toMatchObject({ version: 2, goal: '毎時2本', savedBy: town.name });
  const { items } = (await api.as(secretariat).get<ThemeHistory>(`/teams/${id}/themes`)).body;
  expect(items.map(({ version, savedBy, changed }) => [version, savedBy, changed])).toEqual([
    [2, town.name, ['fields', 'goal']],
    [1, officer.name, ['fields', 'theme', 'goal']],
  ]);
});

it('of two who save at once one is shown the text of the other', async () => {
  const answers = await Promise.all([
    api.as(officer).put(`/teams/${id}/theme`, theme(0, { theme: '一方' })),
    api.as(town).put(`/teams/${id}/theme`, theme(0, { theme: '他方' })),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.problem.current).toMatchObject({ version: 1, theme: (await team()).theme?.theme });
});

it('takes only fields there are, and nothing once the year is over', async () => {
  const unknown = await api.as(officer).put(`/teams/${id}/theme`, theme(0, { fields: ['nowhere'] }));
  expect([unknown.status, Object.keys(unknown.problem.fields ?? {})]).toEqual([422, ['fields']]);
  await db().query(`UPDATE rounds SET state = 'ended' FROM teams WHERE teams.round_id = rounds.id AND teams.id = $1`, [
    id,
  ]);
  expect((await api.as(officer).put(`/teams/${id}/theme`, theme(0))).status).toBe(403);
});
