import { expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import type { Page } from 'playwright-core';
import { linkIn, mailFor } from '../../../infra/walkthrough/inbox.mjs';
import { signIn } from './karte-stories.js';
import { picture } from './pictures.js';
import { PASSWORD, type Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

/** From the answers to the score, each by the person whose part it is. */
export function replyStories(scene: () => Scene, known: { id: string; number: string }): void {
  const home = () => `/consultations/${known.id}`;
  const second = `kanri-${Date.now()}@desk.example`;

  it('invites a second manager, who sets a password by the link of the mail', async () => {
    const { base, page: pageOf, stranger } = scene();
    const admin = await pageOf('admin');
    await admin.goto('/admin/people/new');
    await press(admin, '招待のメールを送る');
    await refused(admin);
    await expectSound(admin);
    await admin.locator('[name=email]').fill(second);
    await admin.locator('[name=name]').fill('管理 次席');
    await admin.locator('[name="grants.0.role"]').selectOption('manager');
    await press(admin, '招待のメールを送る');
    const mail = await mailFor(base, second, {});
    await twoSteps(admin, true);
    await admin.context().close();

    const guest = await stranger();
    await guest.goto(linkIn(mail, '/invitations/'));
    await expectSound(guest);
    for (const name of ['password', 'repeated_password']) await guest.locator(`[name=${name}]`).fill(PASSWORD);
    await guest.locator('main form button').click();
    await at(guest, '/sign-in');
    await expectSound(guest);
    await guest.context().close();
  });

  it('merges the answers, and will not ask for 決裁 while something is missing', async () => {
    const desk = await scene().page('desk');
    await desk.goto(`${home()}/reply`);
    await press(desk, '回答案を作る');
    const subject = desk.locator('[name=subject]');
    await subject.waitFor();
    await expectSound(desk);
    const written = await subject.inputValue();
    await subject.fill('');
    await ask(desk);
    await refused(desk);
    await desk.getByText('件名を入力してください').first().waitFor();
    await expectSound(desk);
    await subject.fill(written);
    await ask(desk);
    await desk.getByText('決裁を依頼しました。').waitFor();
    await expectSound(desk);
    await desk.context().close();
  });

  it('is returned by one manager, then approved by two', async () => {
    const { page: pageOf, stranger } = scene();
    const manager = await pageOf('manager');
    await manager.goto(`${home()}/reply`);
    await expectSound(manager);
    await manager.getByText('差し戻す', { exact: true }).click();
    await manager.locator('#send-back-comment').fill('末文を整えてください。');
    await press(manager, '回答案を差し戻す');
    await manager.getByText('回答案を差し戻しました。').waitFor();

    const desk = await pageOf('desk');
    await desk.goto(`${home()}/reply`);
    await desk.getByText('末文を整えてください。').first().waitFor();
    await ask(desk);
    await desk.getByText('決裁を依頼しました。').waitFor();
    await desk.context().close();

    await manager.goto(`${home()}/reply`);
    await picture(manager, 'manager-reply');
    await press(manager, '承認して次の決裁に進める');
    await manager.getByText('決裁しました。').waitFor();
    expect(await manager.getByRole('button', { name: '決裁して団体に送付する' }).count()).toBe(0);
    await expectSound(manager);
    await manager.context().close();

    const other = await stranger();
    await other.goto('/sign-in');
    await signIn(other, second);
    await other.goto(`${home()}/reply`);
    await press(other, '決裁して団体に送付する');
    await other.getByText('決裁しました。').waitFor();
    await expectSound(other);
    await other.context().close();
    const admin = await pageOf('admin');
    await twoSteps(admin, false);
    await admin.context().close();
  });

  it('is read by the town, on the screen and on paper', async () => {
    const page = await scene().page('town');
    await page.goto(`${home()}/reply`);
    await page.getByText('自動運転の実装支援').first().waitFor();
    await expectSound(page);
    const link = await page.getByRole('link', { name: 'PDFで見る' }).getAttribute('href');
    const answer = await page.request.get(String(link));
    expect(answer.headers()['content-type']).toContain('application/pdf');
    const { text } = await new PDFParse({ data: new Uint8Array(await answer.body()) }).getText();
    for (const words of ['公印省略', '自動運転の実装支援', known.number]) expect(text).toContain(words);
    await page.context().close();
  });
}

async function ask(desk: Page): Promise<void> {
  const confirmed = desk.locator('[name=confirmed]');
  if (await confirmed.count()) await confirmed.check();
  await press(desk, '保存して決裁を依頼する');
}

async function twoSteps(admin: Page, two: boolean): Promise<void> {
  await admin.goto('/admin/reply-settings');
  await admin.locator(`[name=approvalSteps][value="${two ? 2 : 1}"]`).check();
  await press(admin, '変更する');
  await admin.waitForURL(/done=/);
}
