import { beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aKpi, aReportContent } from '../../test/report-scene.js';
import { aTeam } from '../../test/team-scene.js';
import type { ReportKind, TeamReport, TeamReports } from '../contract/team-reports.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;
let approver: Person;
let officer: Person;
let teamId: string;

beforeEach(async () => {
  itIs('2027-09-01T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  approver = await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO }));
  officer = await aPerson(db(), grant('officer'));
  teamId = (await aTeam(db(), secretariat.id, { officers: [officer], town })).id;
});

const begin = async (kind: ReportKind = 'interim', who = officer) =>
  (await api.as(who).post<{ id: string }>(`/teams/${teamId}/reports`, { kind })).body.id;
const read = async (id: string, who = officer) => (await api.as(who).get<TeamReport>(`/team-reports/${id}`)).body;
const step = (id: string, who: Person, action: string, version: number, more = {}) =>
  api.as(who).post(`/team-reports/${id}/${action}`, { version, ...more });
const save = (id: string, who: Person, version: number, about = {}) =>
  api.as(who).put<{ version: number }>(`/team-reports/${id}`, { ...aReportContent(about), version });

it('begins with what is known, and there is one of each kind', async () => {
  const id = await begin();
  const { content, kind, state, allowedActions, history } = await read(id);
  expect([kind, state, content.progress.split('\n')[0]]).toEqual(['interim', 'drafting', '【応募のときの課題】']);
  expect(content.progress).toContain('通院の足が足りない。');
  expect(allowedActions).toEqual(['save', 'refill', 'propose']);
  expect(history.map(({ what }) => what)).toEqual(['記録から案を作りました']);
  expect((await api.as(town).post(`/teams/${teamId}/reports`, { kind: 'interim' })).status).toBe(409);
  const { items } = (await api.as(town).get<TeamReports>(`/teams/${teamId}/reports`)).body;
  expect(items.map(({ kind: of, report }) => [of, report?.state ?? null])).toEqual([
    ['interim', 'drafting'],
    ['final', null],
  ]);
});

it('is proposed by a member, sent back with a reason, agreed to by the approver, received by the 事務局', async () => {
  const id = await begin();
  expect((await save(id, town, 1)).body).toEqual({ version: 2 });
  expect((await step(id, town, 'propose', 2)).status).toBe(403);
  expect((await step(id, officer, 'propose', 2)).status).toBe(204);
  expect((await save(id, officer, 3)).status).toBe(409);
  expect((await step(id, town, 'agree', 3)).status).toBe(403);
  expect((await step(id, approver, 'sendBack', 3, { reason: '' })).status).toBe(422);
  expect((await step(id, approver, 'sendBack', 3, { reason: '数字を確かめてください。' })).status).toBe(204);
  expect((await read(id)).history[0]).toMatchObject({
    what: '団体が差し戻しました',
    reason: '数字を確かめてください。',
  });
  expect((await step(id, officer, 'propose', 4)).status).toBe(204);
  expect((await step(id, approver, 'agree', 5)).status).toBe(204);
  expect((await read(id, approver)).allowedActions).toEqual([]);
  expect((await step(id, secretariat, 'close', 6)).status).toBe(204);
  expect((await step(id, secretariat, 'reopen', 7, { reason: '誤りがあったため' })).status).toBe(204);
  expect(await read(id)).toMatchObject({ state: 'drafting', version: 8 });
});

it('stays what the town agreed to, whatever becomes of the KPI', async () => {
  const kpi = (await api.as(officer).post<{ id: string }>(`/teams/${teamId}/kpis`, aKpi())).body;
  const id = await begin();
  await save(id, officer, 1);
  await step(id, officer, 'propose', 2);
  await step(id, approver, 'agree', 3);
  const changed = aKpi({ actuals: [{ year: 2026, value: '120000', expectedIn: null }] });
  await api.as(officer).put(`/team-kpis/${kpi.id}`, { ...changed, version: 1 });
  expect((await read(id)).kpis.map(({ progress }) => progress.percent)).toEqual(['99.9']);
});

it('does not go to the town before it says what it must', async () => {
  const id = await begin('final');
  const { status, problem } = await step(id, officer, 'propose', 1);
  expect([status, Object.keys(problem.fields ?? {}).sort()]).toEqual([422, ['next', 'outcomes', 'remaining']]);
});

it('of two who save, the later one is shown what stands there, and both are kept', async () => {
  const id = await begin();
  await save(id, officer, 1, { remaining: '支援官の文' });
  const late = await save(id, town, 1, { remaining: '団体の文' });
  expect([late.status, late.problem.current]).toMatchObject([409, { version: 2, remaining: '支援官の文' }]);
  expect((await save(id, town, 2, { remaining: '団体の文' })).status).toBe(200);
  const kept = await db().query(
    `SELECT content ->> 'remaining' AS text FROM team_report_versions WHERE report_id = $1 ORDER BY version`,
    [id],
  );
  expect(kept.map(({ text }: { text: string }) => text)).toEqual(['', '支援官の文', '団体の文']);
});

it('the 最終報告 goes on from the 中間報告', async () => {
  await save(await begin(), officer, 1, { outcomes: ['setUp'], outcomesText: '協議会を作った。' });
  const { content } = await read(await begin('final'));
  expect([content.outcomes, content.outcomesText, content.practices]).toEqual([
    ['setUp'],
    '協議会を作った。',
    ['connecting', 'digital'],
  ]);
});

it('nobody outside the team knows of it, and after the 年度 nobody moves it', async () => {
  const id = await begin();
  const stranger = await aPerson(db(), grant('officer'));
  expect((await step(id, stranger, 'propose', 1)).status).toBe(404);
  await db().query(`UPDATE rounds SET state = 'ended' WHERE id = (SELECT round_id FROM teams WHERE id = $1)`, [teamId]);
  expect((await read(id)).allowedActions).toEqual([]);
  expect((await save(id, officer, 1)).status).toBe(403);
});
