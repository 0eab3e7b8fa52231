// KPI and both reports of every team, agreed to by its town, and the whole 年度 on paper.
import { expect } from '../walkthrough/report.mjs';
import { forAll } from './crowd.mjs';

const KPI = {
  ...{ name: '観光入込客数', unit: '人', kind: 'higher', repeated: false, note: '観光統計による' },
  ...{ baseline: '110000', baselineYear: 2020, target: '113600', targetYear: 2027 },
};
const measured = (value) => [{ year: 2026, value, expectedIn: null }];
const OUTCOMES = ['setUp', 'partnership', 'nationalMeasures', 'direction', 'documents'];
const WRITTEN = {
  ...{ outcomes: ['direction'], outcomesText: '実証の見通しが立った。', practices: ['connecting', 'digital'] },
  ...{ practicesText: '', changes: ['acrossSections'], changesText: '庁内の打合せを毎月開くようになった。' },
  ...{ remaining: '運行の財源の確保', next: '次年度も実証を続ける。' },
};

export async function reportsOf({ as, round, teams }, step) {
  await step('各チームが計画のKPIを書き、進捗率が決まりどおりに出る', async () => {
    await forAll(teams, async ({ id, town }) => {
      await town.post(`/teams/${id}/kpis`, { ...KPI, actuals: measured('113500') });
      const open = [{ year: 2026, value: null, expectedIn: '2027-09' }];
      await town.post(`/teams/${id}/kpis`, { ...KPI, name: '集計中の指標', actuals: open });
      await town.post(`/teams/${id}/kpis`, { ...KPI, name: '再掲の指標', repeated: true, actuals: measured('113500') });
    });
    const { items, counts } = await teams[0].town.get(`/teams/${teams[0].id}/kpis`);
    const rates = items.map(({ progress }) => progress.percent);
    expect(rates.join() === '99.9,,99.9' && counts.total === 2 && counts.repeated === 1, 'rates and counts', rates);
  });

  for (const [kind, label] of [
    ['interim', '中間報告'],
    ['final', '最終報告'],
  ]) {
    await step(`${teams.length}チームの${label}を記録から作り、団体が同意し、事務局が受理する`, () =>
      forAll(teams, (team, at) => wholeWay(as, team, at, kind)),
    );
  }

  await step('団体が差し戻した報告は、理由とともに支援官に戻る', async () => {
    const [{ id, town, officers }] = teams;
    const { items } = await town.get(`/teams/${id}/reports`);
    const { id: report } = items.find(({ kind }) => kind === 'final').report;
    const version = async () => (await town.get(`/team-reports/${report}`)).version;
    await as.secretariat.post(`/team-reports/${report}/reopen`, { version: await version(), reason: '数字の訂正' });
    await officers[0].post(`/team-reports/${report}/propose`, { version: await version() });
    await town.post(`/team-reports/${report}/sendBack`, { version: await version(), reason: '表現を直してほしい。' });
    const { state, history } = await officers[0].get(`/team-reports/${report}`);
    expect(state === 'drafting' && history[0].reason === '表現を直してほしい。', 'the reason is told', history[0]);
    await officers[0].post(`/team-reports/${report}/propose`, { version: await version() });
    await town.post(`/team-reports/${report}/agree`, { version: await version() });
    for (const [type, begins] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ])
      await isFile(town, `/team-reports/${report}/report.${type}`, begins);
  });

  await step('全体報告が一度で出て、数は行から数え直せる', async () => {
    const whole = await as.secretariat.get(`/rounds/${round}/report?kind=final`);
    const again = (of) => whole.rows.reduce((sum, row) => sum + of(row), 0);
    expect(whole.teams === teams.length && whole.agreed === teams.length, 'every team is in it', whole.standings);
    expect(whole.kpis.total === 2 * teams.length && whole.kpis.of.near === teams.length, 'KPI', whole.kpis);
    for (const one of OUTCOMES)
      expect(whole.outcomes[one] === again(({ outcomes }) => Number(outcomes.includes(one))), `rows of ${one}`);
    for (const { label, count } of whole.fields)
      expect(count === again(({ fields }) => Number(fields.includes(label))), `rows of ${label}`);
    for (const [type, begins] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ])
      await isFile(as.manager, `/rounds/${round}/report.${type}?kind=final`, begins);
    await teams[0].town.refused('GET', `/rounds/${round}/report`, undefined, 403);
  });
}

/** One report from its entries to the 事務局. */
async function wholeWay(as, { id: team, town, officers }, at, kind) {
  const [officer] = officers;
  const { id } = await officer.post(`/teams/${team}/reports`, { kind });
  const { content, version } = await officer.get(`/team-reports/${id}`);
  expect(content.progress !== '', 'it begins with the entries', content);
  const outcomes = [OUTCOMES[at % OUTCOMES.length], ...(at % 2 ? ['direction'] : [])];
  const saved = await officer.put(`/team-reports/${id}`, {
    ...{ ...content, ...WRITTEN, version },
    outcomes: [...new Set(outcomes)],
  });
  await officer.post(`/team-reports/${id}/propose`, { version: saved.version });
  await town.post(`/team-reports/${id}/agree`, { version: saved.version + 1 });
  await as.secretariat.post(`/team-reports/${id}/close`, { version: saved.version + 2 });
}

async function isFile(visitor, path, begins) {
  const answer = await visitor.ask('GET', path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.status === 200 && bytes.subarray(0, begins.length).toString() === begins, path, answer.status);
}
