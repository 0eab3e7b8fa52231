import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aKpi } from '../../test/report-scene.js';
import { aTeam } from '../../test/team-scene.js';
import type { TeamKpiPage, TeamKpis } from '../contract/team-kpis.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;
let officer: Person;
let teamId: string;

beforeAll(async () => {
  itIs('2027-06-15T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  officer = await aPerson(db(), grant('officer'));
  teamId = (await aTeam(db(), secretariat.id, { officers: [officer], town })).id;
});

const add = async (who: Person, about = {}) =>
  (await api.as(who).post<{ id: string }>(`/teams/${teamId}/kpis`, aKpi(about))).body;
const all = async (who: Person) => (await api.as(who).get<TeamKpis>(`/teams/${teamId}/kpis`)).body;

it('shows the rate with its formula, and counts without 再掲', async () => {
  await add(officer);
  await add(town, { name: '集計中の指標', actuals: [{ year: 2026, value: null, expectedIn: '2027-09' }] });
  await add(town, { name: '再掲の指標', repeated: true });
  const { items, counts, mayWrite } = await all(town);
  const rates = items.map(({ name, progress }) => `${name}：${progress.percent}：${progress.reckoned}`);
  const known = '99.9：113,500÷113,600×100＝99.9％';
  expect(rates.toSorted()).toEqual(
    [`${aKpi().name}：${known}`, `再掲の指標：${known}`, '集計中の指標：null：null'].sort(),
  );
  expect([counts.total, counts.repeated, counts.of.near, counts.of.pending, mayWrite]).toEqual([2, 1, 1, 1, true]);
});

it('keeps every version; who comes late is shown what stands there', async () => {
  const { id } = await add(officer, { name: '二人が直す指標' });
  const path = `/team-kpis/${id}`;
  expect((await api.as(officer).put(path, { ...aKpi({ name: '支援官の案' }), version: 1 })).body).toEqual({
    version: 2,
  });
  const late = await api.as(town).put(path, { ...aKpi({ name: '団体の案' }), version: 1 });
  expect([late.status, late.problem.current]).toEqual([409, { ...aKpi({ name: '支援官の案' }), version: 2 }]);
  const { history, name } = (await api.as(town).get<TeamKpiPage>(path)).body;
  expect([name, history.map(({ content }) => content?.name)]).toEqual(['支援官の案', ['支援官の案', '二人が直す指標']]);
});

it('is taken out of the plan, and its versions stay', async () => {
  const { id } = await add(officer, { name: '外す指標' });
  expect((await api.as(town).post(`/team-kpis/${id}/remove`, { version: 1 })).status).toBe(204);
  expect((await all(officer)).items.map(({ name }) => name)).not.toContain('外す指標');
  expect((await api.as(town).get(`/team-kpis/${id}`)).status).toBe(404);
  const kept = await db().query('SELECT version, content IS NULL AS gone FROM team_kpi_versions WHERE kpi_id = $1', [
    id,
  ]);
  expect(kept).toEqual([
    { version: 1, gone: false },
    { version: 2, gone: true },
  ]);
});

it('refuses by field what cannot be reckoned with', async () => {
  const { status, problem } = await api.as(town).post(`/teams/${teamId}/kpis`, aKpi({ target: 'たくさん' }));
  expect([status, Object.keys(problem.fields ?? {})]).toEqual([422, ['target']]);
});

it('only those of the team write, in its year', async () => {
  const { id } = await add(officer, { name: '守る指標' });
  const stranger = await aPerson(db(), grant('officer'));
  expect((await api.as(stranger).put(`/team-kpis/${id}`, { ...aKpi(), version: 1 })).status).toBe(404);
  const manager = await aPerson(db(), grant('manager'));
  expect((await api.as(manager).post(`/teams/${teamId}/kpis`, aKpi())).status).toBe(403);
  await db().query(`UPDATE rounds SET state = 'ended' WHERE id = (SELECT round_id FROM teams WHERE id = $1)`, [teamId]);
  expect((await api.as(officer).put(`/team-kpis/${id}`, { ...aKpi(), version: 1 })).status).toBe(403);
  expect((await all(officer)).mayWrite).toBe(false);
});
