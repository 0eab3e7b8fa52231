import { expect, it } from '@jest/globals';
import { furnishTeam } from '../../../infra/walkthrough/furnish-team.mjs';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const LONG = '道の駅と高校の生徒が取り組む、農泊と観光の足を合わせた滞在時間の指標'.repeat(3).slice(0, 100);
const PROSE = '毎月の会議で運行の時刻と財源を話し合い、住民への説明会を開いた。'.repeat(20);

/** KPI and a report of a team, from the entries to the 事務局. */
export function reportStories(scene: () => Scene): void {
  let home = '';

  it('the town writes a KPI; what cannot be reckoned with is refused and stays in the fields', async () => {
    home = `/teams/${(await furnishTeam(scene())).id}`;
    const page = await scene().page('town');
    await page.goto(`${home}/kpis`);
    await expectSound(page);
    await page.getByRole('link', { name: 'KPIを加える' }).click();
    await at(page, `${home}/kpis/new`);
    await expectSound(page);
    const fill = (name: string, value: string) => page.locator(`[name="${name}"]`).fill(value);
    await fill('name', LONG);
    await fill('unit', '人');
    await fill('target', 'たくさん');
    await press(page, '保存する');
    await refused(page);
    expect(await page.locator('[name=target]').inputValue()).toBe('たくさん');
    await expectSound(page);
    await fill('baseline', '１１０，０００');
    await fill('baselineYear', '2020');
    await fill('target', '113,600');
    await fill('targetYear', '2027');
    await fill('actuals.0.year', '2026');
    await fill('actuals.0.value', '113,500');
    await press(page, '保存する');
    await at(page, `${home}/kpis`);
    await page.getByRole('cell', { name: '99.9％', exact: true }).waitFor();
    await page.getByText('113,500÷113,600×100＝99.9％').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: LONG }).click();
    await page.getByRole('heading', { name: 'これまでの版' }).waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('the officer begins a report from the entries, and cannot propose what says too little', async () => {
    const page = await scene().page('officer');
    await page.goto(`${home}/reports`);
    await expectSound(page);
    await press(page, '記録から中間報告の案を作る');
    await at(page, `${home}/reports/interim`);
    expect(await page.locator('[name=progress]').inputValue()).toContain('【');
    await press(page, '保存して団体に同意を求める');
    await refused(page);
    await expectSound(page);
    await page.locator('[name=progress]').fill(PROSE);
    await page.getByLabel('次年度以降の方向性、実証の見通し').check();
    await page.getByLabel('課を越えて取り組むようになった').check();
    await page.locator('[name=remaining]').fill('運行の財源');
    await press(page, '保存して団体に同意を求める');
    await page.getByText('団体の確認待ち').first().waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('the approver sends it back without JavaScript, and agrees to the next one', async () => {
    const page = await scene().page('approver', { javaScriptEnabled: false });
    await page.goto(`${home}/reports/interim`);
    await page.getByText('理由を添えて差し戻す').click();
    await page.locator('[name=reason]').fill('財源の見込みも書いてほしい。');
    await press(page, '差し戻す');
    await page.getByText('財源の見込みも書いてほしい。').waitFor();

    const officer = await scene().page('officer');
    await officer.goto(`${home}/reports/interim`);
    await officer.locator('[name=remaining]').fill('運行の財源。補助金の申請を検討する。');
    await press(officer, '保存して団体に同意を求める');
    await officer.getByText('団体の確認待ち').first().waitFor();
    await officer.context().close();

    await page.goto(`${home}/reports/interim`);
    await press(page, 'この内容に同意する');
    await page.getByText('団体の同意済み').first().waitFor();
    const pdf = await page.request.get((await page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '');
    expect([pdf.status(), (await pdf.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    await page.context().close();
  });

  it('the secretariat receives it and reads the whole 年度, with those who have not agreed', async () => {
    const page = await scene().page('secretariat');
    await page.goto(`${home}/reports/interim`);
    await expectSound(page);
    await press(page, '受理する');
    await page.getByText('事務局が受理', { exact: true }).first().waitFor();
    const { round } = await scene().as.secretariat.get<{ round: { id: string } }>(`/${home.slice(1)}`);
    await page.goto(`/rounds/${round.id}/report?kind=interim`);
    await page.getByRole('table', { name: 'チームの一覧' }).waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: '最終報告' }).click();
    await page.getByText('同意を得ていない報告は').waitFor();
    await expectSound(page);
    await page.context().close();
  });
}
