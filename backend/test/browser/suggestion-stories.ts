import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { submit, writeKarte } from '../../../infra/walkthrough/desk-work.mjs';
import { KAMISHIHORO } from '../../../infra/walkthrough/kartes.mjs';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

/** A 新結合 of three fields: 交通, 環境・エネルギー, 農業. */
const THREE_FIELDS = {
  ...KAMISHIHORO,
  title: '牧場の電気で走る自動運転バスと農産物の貨客混載',
  vision: '家畜のふん尿から作る電気で自動運転バスを走らせ、空いた席で農家の野菜を直売所へ運びたい。',
};
const WORD = '牛のふんで発電';

/** A button that says to the eye what it does, and to the ear with what. */
const button = (page: Page, verb: string, of: string) =>
  page.getByRole('button', { name: new RegExp(`^${verb}\\s*：${of}$`) });

/** Suggestions help whoever writes and whoever triages; a person decides. */
export function suggestionStories(scene: () => Scene): void {
  it('lets a town find a measure and a good practice before it submits', async () => {
    const { as, page: pageOf } = scene();
    const id = await writeKarte(as.town, {}, THREE_FIELDS);
    const page = await pageOf('town', { javaScriptEnabled: false });
    await page.goto(`/consultations/${id}/edit`);
    await page.getByRole('link', { name: '参考になる施策と好事例を見る' }).click();
    await at(page, `/consultations/${id}/hints`);
    await page.getByText('新たなモビリティサービスの社会実装の実現', { exact: false }).first().waitFor();
    await page.getByText('上士幌町の新結合').waitFor();
    await page.getByRole('link', { name: '新たなモビリティサービスの社会実装の実現' }).first().click();
    await page.getByRole('heading', { name: '施策の位置と所管' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '相談カルテに戻る' }).click();
    await at(page, `/consultations/${id}/edit`);
    await page.context().close();
    await submit(as.approver, id);
  });

  it('lets an officer triage a card of three fields with suggestions only, without JavaScript', async () => {
    const { as, page: pageOf } = scene();
    const id = await writeKarte(as.town, {}, { ...THREE_FIELDS, title: `${THREE_FIELDS.title}（試行）` });
    await submit(as.approver, id);
    const home = `/consultations/${id}`;
    await as.desk.post(`${home}/take`);
    const page = await pageOf('desk', { javaScriptEnabled: false });
    const late = await page.context().newPage();
    await page.goto(home);
    await page.getByRole('link', { name: '照会先と施策の候補を見る' }).click();
    await at(page, `${home}/suggestions`);
    expect(await page.locator('input:checked').count()).toBe(0);
    await late.goto(`${home}/suggestions`);

    for (const ministry of ['国土交通省', '環境省', '農林水産省']) {
      await button(page, '採用する', ministry).click();
      await button(page, '取り消す', `${ministry}の採否`).waitFor();
    }
    await button(page, '不採用にする', '警察庁').click();
    await button(page, '取り消す', '警察庁の採否').click();
    await button(page, '採用する', '警察庁').waitFor();
    await button(late, '不採用にする', '国土交通省').click();
    await late.getByRole('alert').getByText('ほかの担当者が先に採否を決めていました。').waitFor();

    await page.goto(`${home}/act/triage`);
    await press(page, 'トリアージを終える');
    await at(page, home);
    await page.goto(`${home}/suggestions`);
    await page.getByRole('link', { name: '採用した3府省庁への照会を作る' }).click();
    await at(page, `${home}/inquiries/new`);
    await press(page, '3件の照会を送る');
    await at(page, `${home}/inquiries`);
    const { items } = await as.desk.get<{ items: { ministry: { id: string } }[] }>(`${home}/inquiries`);
    expect(items.map(({ ministry }) => ministry.id).sort()).toEqual(['env', 'maff', 'mlit']);
    await page.context().close();
  });

  it('shows an administrator what a word would do before it is added', async () => {
    const { page: pageOf } = scene();
    const page = await pageOf('admin');
    await page.goto('/admin/knowledge?kind=remit&q=農林水産省');
    await page.getByRole('link', { name: '農林水産省' }).first().click();
    await expectSound(page);
    const words = page.locator('[name=words]');
    await words.fill(`${await words.inputValue()}\n${WORD}`);
    await press(page, '相談への影響を確認する');
    await refused(page);
    await page.locator('[name=reason]').fill('町村がバイオガス発電をこう呼ぶため');
    await press(page, '相談への影響を確認する');
    await page.getByText('まだ何も変わっていません。', { exact: false }).waitFor();
    await expectSound(page);
    await words.fill(`${await words.inputValue()}\n${WORD}所`);
    await press(page, 'この内容に変更する');
    await refused(page);
    await page.getByText('影響を確認し直しました。', { exact: false }).first().waitFor();
    await press(page, 'この内容に変更する');
    await page.getByText('辞書を変更しました。').waitFor();
    await page.getByRole('cell', { name: '町村がバイオガス発電をこう呼ぶため' }).waitFor();
    await page.context().close();
  });

  it('counts what was taken for the manager, each number with its rows', async () => {
    const { page: pageOf } = scene();
    const page = await pageOf('manager');
    await page.goto('/dashboard');
    await page.getByRole('link', { name: '照会先と施策の候補の採用率を見る' }).click();
    await at(page, '/dashboard/suggestions');
    await expectSound(page);
    await page.getByRole('row', { name: '国土交通省' }).getByRole('link').first().click();
    await at(page, '/dashboard/suggestions/rows');
    await page.getByRole('rowheader', { name: '照会先：国土交通省' }).first().waitFor();
    await expectSound(page);
    await page.context().close();
  });
}
