import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aReport } from '../../test/report-scene.js';
import { aTeam } from '../../test/team-scene.js';
import { aTeamSurvey } from '../../test/team-survey-scene.js';
import type { Continuation } from '../contract/continuation.js';
import type { TeamPromises } from '../contract/team-meetings.js';
import type { Team, Teams } from '../contract/teams.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;
const JOINED = '016322';
let leading: Speaker;
let joined: Speaker;
let approverOfJoined: Speaker;
let elsewhere: Speaker;
let officer: { id: string };
let secretariat: { id: string };
let id: string;
let roundId: string;

beforeAll(async () => {
  itIs('2027-06-10T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  officer = await aPerson(db(), grant('officer'));
  const town = await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO }));
  leading = api.as(town);
  joined = api.as(await aPerson(db(), grant('municipality', { municipalityCode: JOINED })));
  approverOfJoined = api.as(await aPerson(db(), grant('approver', { municipalityCode: JOINED })));
  elsewhere = api.as(await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU })));
  ({ id, roundId } = await aTeam(db(), secretariat.id, { officers: [officer], town }));
  await db().query(`INSERT INTO application_places SELECT application_id, 'member', 0, $2 FROM teams WHERE id = $1`, [
    id,
    JOINED,
  ]);
});

it('each town of a joint 応募 reads its team and writes in it; a town beside it does not know of it', async () => {
  for (const path of [
    '',
    '/meetings',
    '/visits',
    '/promises',
    '/posts',
    '/reports',
    '/kpis',
    '/calendar',
    '/continuation',
  ])
    expect([
      path,
      (await joined.get(`/teams/${id}${path}`)).status,
      (await elsewhere.get(`/teams/${id}${path}`)).status,
    ]).toEqual([path, 200, 404]);
  expect((await joined.get<Teams>('/teams')).body.total).toBe(1);
  expect((await joined.get<Team>(`/teams/${id}`)).body).toMatchObject({
    joined: ['北海道士幌町'],
    municipalityCode: KAMISHIHORO,
  });
  expect((await joined.get('/team-feed')).status).toBe(200);
  expect((await joined.post(`/teams/${id}/posts`, { id: randomUUID(), body: '構成団体から' })).status).toBe(204);
  const promise = { id: randomUUID(), text: '資料を送る', owner: 'town', dueOn: '2027-06-30' };
  expect((await joined.post(`/teams/${id}/promises`, promise)).status).toBe(204);
  for (const town of [leading, joined]) expect((await town.get<TeamPromises>('/me/promises')).body.total).toBe(1);
  expect((await joined.get(`/teams/${id}/support`)).status).toBe(403);
});

it('the leading town alone speaks for all: on 継続, in the survey, and when it agrees to a report', async () => {
  const wish = { years: 1 };
  expect((await joined.put(`/teams/${id}/continuation`, wish)).status).toBe(403);
  expect((await leading.put(`/teams/${id}/continuation`, wish)).status).toBe(204);
  const { wish: said, allowedActions } = (await joined.get<Continuation>(`/teams/${id}/continuation`)).body;
  expect([said?.years, allowedActions]).toEqual([1, []]);
  await aTeamSurvey(db(), secretariat.id, { roundId });
  const asked = async (town: Speaker) => (await town.get<{ items: object[] }>(`/teams/${id}/surveys`)).body.items;
  expect([await asked(leading), await asked(joined)].map(({ length }) => length)).toEqual([1, 0]);
  const { id: report } = await aReport(db(), id, officer.id, { state: 'proposed' });
  expect((await approverOfJoined.get(`/team-reports/${report}`)).status).toBe(200);
  expect((await approverOfJoined.post(`/team-reports/${report}/agree`, { version: 1 })).status).toBe(403);
  expect((await leading.post(`/team-reports/${report}/agree`, { version: 1 })).status).toBeLessThan(300);
});
