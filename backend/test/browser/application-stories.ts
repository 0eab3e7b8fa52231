import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { linkIn, mailFor } from '../../../infra/walkthrough/inbox.mjs';
import { openRound } from '../../../infra/walkthrough/round-steps.mjs';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const YEAR = 2024;
const PHONE = { viewport: { width: 375, height: 800 } };
const SUPERIOR = 'kacho-shonin@officers.example';
const NUMBER = /受付番号/;
const LONG = '路線バスが減り、通院と買物の足が足りない地域で、町内の企業の送迎車を使えないか。'.repeat(6);

const TOWN: Record<string, string> = {
  population: '4821',
  populationOn: '2026-01-01',
  populationSource: '住民基本台帳',
  'problems.0.text': LONG,
  wish: LONG,
  department: '企画財政課',
  contactName: '見本 一郎',
  tel: '01564-0-0000',
  email: 'tanto@kamishihoro.example',
};
const OFFICER: Record<string, string> = {
  division: '総合政策局 地域交通課',
  position: '係長',
  'fields.0.years': '6',
  'ties.0.place': '北海道',
  superior: '所属 課長',
  superiorEmail: SUPERIOR,
  motive: LONG,
};

const saved = (page: Page) => page.locator('.save-bar p[aria-hidden]', { hasText: '保存しました' }).waitFor();
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const idIn = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? '';

async function fillIn(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
}

/** From the page of the 応募, where each sees the calls that are open to them. */
async function begin(page: Page, call: string): Promise<string> {
  await page.goto('/applications');
  const card = page.locator('section', { has: page.getByRole('heading', { name: call }) }).last();
  await card.getByRole('button', { name: '応募の下書きを作る' }).click();
  await page.waitForURL('**/applications/*/edit');
  return idIn(page);
}

/** A town and an officer apply to a round of its own, which stays open. */
export function applicationStories(scene: () => Scene): void {
  let id = '';

  it('finds the open call, writes on a telephone, and loses no word', async () => {
    const { as, page: pageOf } = scene();
    await openRound(as.secretariat, YEAR, 1);
    const page = await pageOf('town', PHONE);
    await page.goto('/applications');
    await expectSound(page);
    id = await begin(page, '令和6年度');
    await expectSound(page);
    await page.setViewportSize(PHONE.viewport);
    await fillIn(page, TOWN);
    await saved(page);
    await press(page, '内容を確認する');
    await at(page, `/applications/${id}/submit`);
    await page.getByText(/あと\d+か所の記入が必要です/).waitFor();
    expect(await page.getByRole('button', { name: '応募する' }).count()).toBe(0);
    await expectSound(page);
    await page.context().close();
  });

  it('is led to what is missing, mends it, and asks the approver', async () => {
    const page = await scene().page('town');
    await page.goto(`/applications/${id}/submit`);
    await page
      .getByRole('link', { name: /受入体制/ })
      .first()
      .click();
    await at(page, `/applications/${id}/edit`);
    await page.locator('#setUp-error, [name=setUp][aria-invalid=true]').first().waitFor();
    await expectSound(page);
    for (const [name, value] of Object.entries(TOWN)) expect(await field(page, name).inputValue()).toBe(value);
    await field(page, 'problems.0.field').selectOption('transport');
    await field(page, 'setUp').fill(LONG);
    await page.locator('[name=online][value=ready]').check();
    await saved(page);
    await press(page, '内容を確認する');
    await page.getByText('必須の項目は、全て記入されています').waitFor();
    await page.getByText('応募できるのは、団体の承認者です。').waitFor();
    await expectSound(page);
    await press(page, '承認者に確認を依頼する');
    await at(page, `/applications/${id}`);
    await expectSound(page);
    await page.context().close();
  });

  it('is handed in by the approver, led there by the mail, and has a number', async () => {
    const { as, base, page: pageOf } = scene();
    const mail = await mailFor(base, as.approver.email, { text: `/applications/${id}` });
    const page = await pageOf('approver', PHONE);
    await page.goto(new URL(linkIn(mail, `/applications/${id}`)).pathname);
    await page.goto(`/applications/${id}/submit`);
    await expectSound(page);
    await press(page, '応募する');
    await at(page, `/applications/${id}`);
    const { number } = await as.approver.get<{ number: string }>(`/applications/${id}`);
    await page.getByText(number).first().waitFor();
    await page.getByText(NUMBER).first().waitFor();
    await expectSound(page);
    await page.goto(`/applications/${id}/edit`);
    await page.getByText('この応募は編集できません').waitFor();
    await page.context().close();
  });

  it('an officer applies, and the superior answers by the link of the mail, without an account', async () => {
    const { as, base, page: pageOf, stranger } = scene();
    const page = await pageOf('officer');
    const own = await begin(page, '令和6年度');
    await field(page, 'ministry').selectOption('mlit');
    await field(page, 'fields.0.field').selectOption('transport');
    await fillIn(page, OFFICER);
    for (const [name, value] of Object.entries({ grade: 'junior', localExperience: 'no', hours: '10', visits: 'yes' }))
      await page.locator(`[name=${name}][value="${value}"]`).check();
    await saved(page);
    await expectSound(page);
    await press(page, '内容を確認する');
    await press(page, '応募する');
    await at(page, `/applications/${own}`);
    await expectSound(page);

    const boss = await stranger({ ...PHONE, javaScriptEnabled: false });
    const consent = new URL(linkIn(await mailFor(base, SUPERIOR, { text: '/consent/' }), '/consent/')).pathname;
    await boss.goto(consent);
    await boss.locator('[name=agreed][value=no]').check();
    await press(boss, '返答する');
    await refused(boss);
    expect(await boss.locator('[name=agreed][value=no]').isChecked()).toBe(true);
    await boss.locator('[name=agreed][value=yes]').check();
    await press(boss, '返答する');
    await boss.getByText('返答を受け付けました').waitFor();
    await boss.context().close();
    const later = await stranger(PHONE);
    await later.goto(consent);
    await later.getByText('返答を受け付けました').waitFor();
    await expectSound(later);
    await later.context().close();
    expect((await as.officer.get<{ consent: { state: string } }>(`/applications/${own}`)).consent.state).toBe('agreed');
    await page.reload();
    await expectSound(page);
    await page.context().close();
  });
}
