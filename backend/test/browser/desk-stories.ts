import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { submit, writeKarte } from '../../../infra/walkthrough/desk-work.mjs';
import { NISHIIZU } from '../../../infra/walkthrough/kartes.mjs';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused, tabTo } from './sound.js';

type Case = { id: string; state: string };

/** The desk's own steps, up to asking the ministries. */
export function deskStories(scene: () => Scene, known: { id: string; number: string }): void {
  const submitted = async (title: string) => {
    const { nishiizu, nishiizuApprover } = scene().as;
    const id = await writeKarte(nishiizu, {}, { ...NISHIIZU, title });
    await submit(nishiizuApprover, id);
    return `/consultations/${id}`;
  };
  const stateOf = async (home: string) => (await scene().as.desk.get<Case>(home)).state;

  it('lets the desk find, take and triage a case without a mouse', async () => {
    const home = `/consultations/${known.id}`;
    const page = await scene().page('desk');
    await page.goto('/consultations');
    await tabTo(page, '[name=q]');
    await page.keyboard.type(known.number);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === known.number);
    await follow(page, `main a[href="${home}"]`, home);
    await follow(page, `a[href="${home}/act/take"]`, `${home}/act/take`);
    await expectSound(page);
    await follow(page, 'main form button', home);
    await follow(page, `a[href="${home}/act/triage"]`, `${home}/act/triage`);
    await expectSound(page);
    for (const value of ['transport', 'environment']) {
      const box = `[name=fieldCodes][value=${value}]`;
      if (await page.locator(box).isChecked()) continue;
      await tabTo(page, box);
      await page.keyboard.press('Space');
    }
    await follow(page, 'main form button', home);
    await expectSound(page);
    expect(await stateOf(home)).toBe('triaged');
    await page.context().close();
  });

  it('returns a case item by item; the town corrects it and hands it in again', async () => {
    const { page: pageOf } = scene();
    const home = await submitted('海業と体験型観光の組合せ');
    await scene().as.desk.post(`${home}/take`);
    const desk = await pageOf('desk');
    await desk.goto(`${home}/act/return`);
    await press(desk, '差し戻す');
    await refused(desk);
    await expectSound(desk);
    await desk.locator('[name="items.0.item"]').selectOption('9');
    await desk.locator('[name="items.0.reason"]').fill('観光客数の推移を加えてください。');
    await press(desk, '差し戻す');
    await at(desk, home);
    await desk.context().close();

    const town = await pageOf('nishiizuApprover');
    await town.goto(home);
    await town.getByText('観光客数の推移を加えてください。').first().waitFor();
    await expectSound(town);
    await town.goto(`${home}/edit`);
    await town.getByText('観光客数の推移を加えてください。').first().waitFor();
    await expectSound(town);
    await town.locator('[name=situation]').fill('観光客は10年で3割減った。');
    await town.locator('.save-bar p[aria-hidden]', { hasText: '保存しました' }).waitFor();
    await town.goto(`${home}/submit`);
    await press(town, '提出する');
    await at(town, home);
    expect(await stateOf(home)).toBe('submitted');
    await town.context().close();
  });

  it('does a thing once: a double click, and a tab in which the case stood elsewhere', async () => {
    const { as, page: pageOf } = scene();
    const home = await submitted('二つの画面で開いた相談');
    const first = await pageOf('desk');
    const second = await first.context().newPage();
    for (const page of [first, second]) await page.goto(`${home}/act/take`);
    await press(first, '受付確認を始める', { clickCount: 2 });
    await at(first, home);
    await press(second, '受付確認を始める');
    await refused(second);
    await expectSound(second);

    await first.goto(`${home}/notes`);
    await first.locator('[name=text]').fill('電話で補足を聞いた。');
    await press(first, 'メモを書く', { clickCount: 2 });
    await first.getByText('内部メモを書きました。').waitFor();
    await expectSound(first);
    const { items: notes } = await as.desk.get<{ items: object[] }>(`${home}/notes`);
    expect([notes.length, await stateOf(home)]).toEqual([1, 'checking']);
    await first.context().close();
  });

  it('asks two ministries at once', async () => {
    const home = `/consultations/${known.id}`;
    const page = await scene().page('desk');
    await page.goto(`${home}/inquiries/new?to=mlit&to=env`);
    await expectSound(page);
    await press(page, '2件の照会を送る');
    await at(page, `${home}/inquiries`);
    await expectSound(page);
    const { items } = await scene().as.desk.get<{ items: object[] }>(`${home}/inquiries`);
    expect([items.length, await stateOf(home)]).toEqual([2, 'inquiring']);
    await page.context().close();
  });
}

/** To a link or a button by keyboard, and Enter. */
async function follow(page: Page, selector: string, path: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
  await at(page, path);
}
