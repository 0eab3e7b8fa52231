import { expect, it } from '@jest/globals';
import { furnishTeam } from '../../../infra/walkthrough/furnish-team.mjs';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const LONG = '空き家を改修して農泊の宿泊施設にしたい。使える補助金と先に相談する窓口を知りたい。'.repeat(8);

/** A team asks for 後方支援, a ministry is asked, and one answer comes back. */
export function backOfficeStories(scene: () => Scene): void {
  let team = '';
  let request = '';

  it('the officer finds what is known, and asks; a refused form keeps what was typed', async () => {
    team = (await furnishTeam(scene())).id;
    const page = await scene().page('officer');
    await page.goto(`/teams/${team}/support`);
    await expectSound(page);
    await page.getByRole('link', { name: '後方支援を頼む' }).click();
    await at(page, `/teams/${team}/support/new`);
    await page.locator('[name=text]').fill(LONG.slice(0, 80));
    await page.locator('#main').getByRole('button', { name: /探す/ }).click();
    await page.getByRole('heading', { name: '関係しそうな国の施策' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'これで解決した' }).first().click();
    await page.getByText('解決したことを記録しました').waitFor();

    await page.getByLabel('支援制度').check();
    await page.locator('[name=title]').fill('字'.repeat(51));
    await page.locator('[name=background]').fill(LONG);
    await page.locator('[name=questions]').fill('改修に使える補助金はあるか。\n先に相談する窓口はどこか。');
    await press(page, '後方支援を頼む');
    await refused(page);
    expect(await page.locator('[name=background]').inputValue()).toBe(LONG);
    await page.locator('[name=title]').fill('字'.repeat(50));
    await press(page, '後方支援を頼む');
    await page.getByText('後方支援を頼みました。').waitFor();
    await expectSound(page);
    request = new URL(page.url()).pathname;
    await page.context().close();
  });

  it('the secretariat takes it and asks a ministry, which answers', async () => {
    const page = await scene().page('secretariat');
    await page.goto('/back-office');
    await expectSound(page);
    await page.getByRole('link', { name: '対応中の依頼' }).click();
    await at(page, '/back-office/requests');
    await expectSound(page);
    await page.goto(request);
    await press(page, 'この依頼を受け持つ');
    await page.getByText('事務局で確認中').waitFor();
    await page.goto(`${request}/inquiries/new?to=mlit`);
    await expectSound(page);
    await page.getByRole('button', { name: /件の照会を送る$/ }).click();
    await at(page, `${request}/inquiries`);
    await expectSound(page);
    await page.context().close();

    const { mlit } = scene().as;
    const { items } = await mlit.get<{ items: { id: string; consultation: { id: string } }[] }>('/inquiries');
    const id = items.find(({ consultation }) => request.endsWith(consultation.id))?.id;
    const official = await scene().page('mlit');
    await official.goto(`/inquiries/${id}`);
    await official.getByRole('heading', { name: '後方支援の依頼' }).waitFor();
    await expectSound(official);
    await official.context().close();
    const { rows, version } = await mlit.get<{ version: number; rows: { questionRowId: string }[] }>(
      `/inquiries/${id}`,
    );
    const answer = { kind: 'other', points: LONG, division: '住宅局', tel: '00-0000-0000' };
    const draft = { version, rows: rows.map(({ questionRowId }) => ({ questionRowId, answers: [answer] })) };
    await mlit.post(`/inquiries/${id}/answer`, (await mlit.put(`/inquiries/${id}/answers`, draft)) as object);
  });

  it('one answer goes to the team, which marks it, without JavaScript', async () => {
    const page = await scene().page('secretariat');
    await page.goto(request);
    await expectSound(page);
    await page.locator('[name=text]').fill('補助金を使えます。窓口は住宅局です。');
    await press(page, '支援チームに回答する');
    await page.getByText('回答済', { exact: true }).first().waitFor();
    await page.context().close();

    const officer = await scene().page('officer', { javaScriptEnabled: false });
    await officer.goto('/work');
    await officer.getByRole('heading', { name: /回答が届いた後方支援/ }).waitFor();
    await officer.goto(request);
    await officer.getByLabel('5　大いに役立った').check();
    await press(officer, '役立ち度を知らせる');
    await officer.getByText('役立ち度を知らせました。').waitFor();
    await officer.context().close();
    const reader = await scene().page('officer');
    await reader.goto(request);
    await expectSound(reader);
    await reader.context().close();
    const town = await scene().page('town');
    expect((await town.goto(request))?.status()).toBe(404);
    await town.context().close();
  });
}
