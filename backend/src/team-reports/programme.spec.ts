import { beforeAll, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { PDFParse } from 'pdf-parse';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aKpi, aReport } from '../../test/report-scene.js';
import { aSupportForm } from '../../test/support-scene.js';
import { aTeam } from '../../test/team-scene.js';
import type { ProgrammeReport } from '../contract/programme-reports.js';
import { figuresOf } from '../contract/programme-words.js';
import { fillOf } from './fill.js';

const db = testDatabase();
const api = testApi(db);
const CODES = ['016331', '223069', '363421', '015636'];
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let path: string;
let first: string;

/** Four teams: two whose report their town agreed to, one that is being written, one that never began. */
beforeAll(async () => {
  itIs('2028-03-20T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  const teams: string[] = [];
  const askers: Person[] = [];
  let roundId: string | undefined;
  for (const code of CODES) {
    const town = await aPerson(db(), grant('municipality', { municipalityCode: code }));
    const officers = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
    const made = await aTeam(db(), secretariat.id, { officers, town, code, roundId });
    ({ roundId } = made);
    askers.push(...officers.slice(0, 1));
    teams.push(made.id);
  }
  const [one, two, three] = teams as [string, string, string];
  const kpi = (about = {}) => api.as(secretariat).post(`/teams/${one}/kpis`, aKpi(about));
  await kpi();
  await kpi({ repeated: true });
  await kpi({ actuals: [{ year: 2026, value: null, expectedIn: '2028-06' }] });
  await aReport(db(), one, secretariat.id, { kind: 'final', state: 'agreed' });
  await aReport(db(), two, secretariat.id, {
    kind: 'final',
    state: 'closed',
    content: { outcomes: ['setUp', 'direction'] },
  });
  await aReport(db(), three, secretariat.id, { kind: 'final', content: { outcomes: ['documents'] } });
  await api.as(secretariat).post(`/teams/${three}/kpis`, aKpi({ target: '200000' }));
  first = one;
  for (const title of ['農泊の補助金', '空き家の補助金']) {
    await api.as(askers[0] as Person).post(`/teams/${one}/support`, aSupportForm({ title }));
  }
  path = `/rounds/${roundId}/report`;
});

const read = async () => (await api.as(secretariat).get<ProgrammeReport>(`${path}?kind=final`)).body;

it('counts teams by where their report stands, and leaves none out', async () => {
  const { teams, officers, agreed, standings, rows } = await read();
  expect({ teams, officers, agreed }).toEqual({ teams: 4, officers: 8, agreed: 2 });
  expect(standings).toEqual({ missing: 1, drafting: 1, proposed: 0, agreed: 1, closed: 1 });
  expect(rows.map(({ standing }) => standing).sort()).toEqual(['agreed', 'closed', 'drafting', 'missing']);
});

it('counts categories over what towns agreed to, fields over all teams, KPI without 再掲', async () => {
  const { outcomes, fields, teams, kpis } = await read();
  expect(outcomes).toMatchObject({ direction: 2, setUp: 1, documents: 0 });
  expect(fields).toEqual([
    { label: '交通', count: 4 },
    { label: '観光', count: 4 },
  ]);
  expect(fields.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(teams);
  expect([kpis.total, kpis.repeated, kpis.of.near, kpis.of.pending, kpis.of.behind]).toEqual([3, 1, 1, 1, 1]);
});

it('tells of 後方支援 only how much there was: the town reads no request', async () => {
  const { supports, supported, rows } = await read();
  expect([supports, supported, rows.map((row) => row.supports).sort()]).toEqual([2, 1, [0, 0, 0, 2]]);
  const { progress } = await fillOf(db(), first);
  expect(progress).toMatch(/【後方支援】\n・.+　2件（うち回答あり0件）/);
  expect(progress).not.toContain('補助金');
});

it('every number in the Excel file is counted again from its rows', async () => {
  const { sheets } = await readXlsx((await api.as(secretariat).get(`${path}.xlsx?kind=final`)).bytes);
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.slice(1) ?? [];
  const figures = rowsOf('集計');
  const figure = (table: string, label: string) => figures.find((row) => row[0] === table && row[1] === label)?.[2];
  expect([figure('規模', 'チーム'), figure('規模', '支援官')]).toEqual([
    rowsOf('チーム').length,
    rowsOf('チーム').reduce((sum, row) => sum + Number(row[5]), 0),
  ]);
  for (const [table, label, count] of figures) {
    const rows = {
      報告の状況: () => rowsOf('チーム').filter((row) => row[4] === label),
      KPIの達成区分: () => rowsOf('KPI').filter((row) => row[12] === label && row[13] !== '再掲'),
      規模: () => null,
    }[String(table)];
    const behind = rows ? rows() : rowsOf('分類').filter((row) => row[2] === table && row[3] === label);
    if (behind) expect([table, label, behind.length]).toEqual([table, label, count]);
  }
  expect(figures.length).toBeGreaterThan(30);
});

it('every figure knows the teams it is counted from', async () => {
  const report = await read();
  const inTeams = ['報告の状況', '支援する政策分野', '今後見込まれる成果', '政策5本柱の実践', '庁内の変化'];
  for (const { heading, rows } of figuresOf(report)) {
    for (const [label, count, behind] of rows) {
      const teams = report.rows.filter(behind).length;
      if (inTeams.includes(heading)) expect([heading, label, teams]).toEqual([heading, label, count]);
      expect([heading, label, teams > 0]).toEqual([heading, label, count > 0]);
    }
  }
});

it('is printed in one click, with those who have not agreed', async () => {
  const pdf = await api.as(secretariat).get(`${path}.pdf?kind=final`);
  const { text } = await new PDFParse({ data: new Uint8Array(pdf.bytes) }).getText();
  for (const words of ['同意を得ていない報告', '未作成', '合計はチームの数を超えることがある', '2']) {
    expect(text.replace(/\s+/g, '')).toContain(words);
  }
  expect((await api.as(secretariat).get(`${path}.docx?kind=final`)).bytes.subarray(0, 2).toString()).toBe('PK');
});

it('is for those who run 伴走支援', async () => {
  expect((await api.as(await aPerson(db(), grant('manager'))).get(path)).status).toBe(200);
  expect((await api.as(await aPerson(db(), grant('officer'))).get(path)).status).toBe(403);
});
