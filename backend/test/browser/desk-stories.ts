import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { linkIn, mailFor } from '../../../infra/walkthrough/inbox.mjs';
import { picture } from './pictures.js';
import type { Scene } from './scene.js';
import { expectSound, tabTo } from './sound.js';

type Inquiries = { items: { id: string; ministry: { id: string } }[] };
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const at = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

/** From the desk's list to the score, each by the person whose part it is. */
export function deskStories(scene: () => Scene, known: { id: string; number: string }): void {
  const home = () => `/consultations/${known.id}`;
  const step = async (page: Page, action: string, button: string) => {
    await page.goto(`${home()}/act/${action}`);
    await expectSound(page);
    await press(page, button);
    await at(page, home());
  };

  it('lets the desk find, take and triage a case without a mouse', async () => {
    const page = await scene().page('desk');
    await page.goto('/work');
    await expectSound(page);
    await page.goto('/board');
    await expectSound(page);
    await page.goto('/consultations');
    await tabTo(page, '[name=q]');
    await page.keyboard.type('自動運転');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === '自動運転');
    await expectSound(page);
    await tabTo(page, `main a[href="${home()}"]`);
    await page.keyboard.press('Enter');
    await at(page, home());
    await tabTo(page, `a[href="${home()}/act/take"]`);
    await page.keyboard.press('Enter');
    await at(page, `${home()}/act/take`);
    await expectSound(page);
    await tabTo(page, 'main form button');
    await page.keyboard.press('Enter');
    await at(page, home());
    await tabTo(page, `a[href="${home()}/act/triage"]`);
    await page.keyboard.press('Enter');
    await at(page, `${home()}/act/triage`);
    await expectSound(page);
    for (const value of ['transport', 'environment']) {
      const box = page.locator(`[name=fieldCodes][value=${value}]`);
      if (await box.isChecked()) continue;
      await tabTo(page, `[name=fieldCodes][value=${value}]`);
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'main form button');
    await page.keyboard.press('Enter');
    await at(page, home());
    await expectSound(page);
    await page.context().close();
  });

  it('asks two ministries at once', async () => {
    const page = await scene().page('desk');
    await page.goto(`${home()}/inquiries/new?to=mlit&to=env`);
    await expectSound(page);
    await press(page, '2件の照会を送る');
    await at(page, `${home()}/inquiries`);
    await expectSound(page);
    await page.context().close();
  });

  it('lets one ministry answer and the other say 該当なし', async () => {
    const { as, page: pageOf } = scene();
    const { items } = await as.desk.get<Inquiries>(`${home()}/inquiries`);
    const pathOf = (ministry: string) => `/inquiries/${items.find((asked) => asked.ministry.id === ministry)?.id}`;
    const mlit = await pageOf('mlit');
    await mlit.goto('/inquiries');
    await expectSound(mlit);
    await mlit.goto(pathOf('mlit'));
    await expectSound(mlit);
    await press(mlit, '回答を提出する');
    await mlit.getByRole('alert').first().waitFor();
    await expectSound(mlit);
    const answer = (key: string) => mlit.locator(`[name="rows.0.answers.0.${key}"]`);
    await answer('measureName').fill('自動運転の実装支援');
    await answer('points').fill('町道での定期運行に使えます。道路管理者と事前に協議してください。');
    await answer('division').fill('総合政策局');
    await answer('tel').fill('00-1234-5678');
    await picture(mlit, 'ministry-inquiry');
    await press(mlit, '回答を提出する');
    await mlit.getByText('回答を提出しました。').waitFor();
    await expectSound(mlit);
    await mlit.context().close();

    const env = await pageOf('env');
    await env.goto(pathOf('env'));
    await env.getByLabel('該当なしとする').check();
    await env.locator('[name="rows.0.reason"]').fill('道路の通行の許可は所管していません。');
    await expectSound(env);
    await press(env, '回答を提出する');
    await env.getByText('回答を提出しました。').waitFor();
    await env.context().close();
  });

  it('merges the answers, and a manager approves the reply', async () => {
    const { page: pageOf } = scene();
    const desk = await pageOf('desk');
    await desk.goto(`${home()}/inquiries`);
    await expectSound(desk);
    await desk.goto(`${home()}/reply`);
    await press(desk, '回答案を作る');
    await desk.locator('[name=subject]').waitFor();
    await expectSound(desk);
    const confirmed = desk.locator('[name=confirmed]');
    if (await confirmed.count()) await confirmed.check();
    await press(desk, '保存して決裁を依頼する');
    await desk.waitForURL(/done=/);
    await expectSound(desk);
    await desk.context().close();

    const manager = await pageOf('manager');
    await manager.goto(`${home()}/reply`);
    await expectSound(manager);
    await picture(manager, 'manager-reply');
    await press(manager, '決裁して団体に送付する');
    await manager.waitForURL(/done=/);
    await manager.context().close();
  });

  it('lets the town read the reply, agree to close, and score it without signing in', async () => {
    const { base, as, page: pageOf, stranger } = scene();
    const town = await pageOf('town');
    await town.goto(`${home()}/reply`);
    await town.getByText('自動運転の実装支援').first().waitFor();
    await expectSound(town);
    const desk = await pageOf('desk');
    await step(desk, 'proposeClose', '完了を提案する');
    await desk.context().close();
    await step(town, 'agreeClose', '完了に同意する');
    await expectSound(town);
    await town.context().close();

    const mail = await mailFor(base, as.town.email, { subject: known.number, text: '満足度調査' });
    const link = linkIn(mail, '/survey/');
    const guest = await stranger();
    await guest.goto(link);
    await expectSound(guest);
    await press(guest, '回答を送信する');
    await guest.getByRole('alert').first().waitFor();
    await expectSound(guest);
    for (const name of ['overall', 'clarity', 'speed', 'concreteness'])
      await guest.locator(`[name=${name}][value="5"]`).check();
    await guest.locator('[name=meeting][value=notApplicable]').check();
    await guest.locator('[name=next][value=apply]').check();
    await press(guest, '回答を送信する');
    await guest.waitForURL(/thanks/);
    await expectSound(guest);
    await guest.goto(link);
    await guest.getByText('回答済みです').waitFor();
    await expectSound(guest);
    await guest.context().close();
  });

  it('shows the score to the manager, down to the single answer', async () => {
    const page = await scene().page('manager');
    await page.goto('/satisfaction');
    await expectSound(page);
    await picture(page, 'manager-satisfaction');
    await page.goto('/satisfaction/responses');
    await page.getByText(known.number).first().waitFor();
    await expectSound(page);
    expect(await page.getByText(known.number).count()).toBeGreaterThan(0);
    await page.context().close();
  });
}
