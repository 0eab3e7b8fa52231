import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { submit, writeKarte } from '../../../infra/walkthrough/desk-work.mjs';
import { KAMISHIHORO } from '../../../infra/walkthrough/kartes.mjs';
import type { Scene } from './scene.js';
import { expectSound, press } from './sound.js';

const TITLE = '鎌ケ谷市と茅ヶ崎市に学ぶ、𠮷野桜の並木と湊の電気船';
const PHRASE = '湊の電気船';

/** Looked for as people type, found as people write. */
export function searchStories(scene: () => Scene): void {
  const look = (page: Page, words: string) => page.goto(`/search?q=${encodeURIComponent(words)}`);
  const found = (page: Page) => page.locator('main').getByRole('link', { name: TITLE });

  it('search: finds a town with ヶ however it is typed, one character, a phrase', async () => {
    const { as, page: pageOf } = scene();
    await submit(as.approver, await writeKarte(as.town, {}, { ...KAMISHIHORO, title: TITLE }));
    const page = await pageOf('desk');
    await page.goto('/search');
    await page.getByLabel('探す語').fill('茅ｹ崎');
    await page.locator('main').getByRole('button', { name: '探す', exact: true }).click();
    await found(page).waitFor();
    for (const words of ['鎌ヶ谷', '吉野', '湊', `"${PHRASE}"`]) {
      await look(page, words);
      await found(page).waitFor();
      expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    }
    await expectSound(page);
    await look(page, `${PHRASE} -茅ヶ崎`);
    await page.getByText('見つかりませんでした', { exact: false }).first().waitFor();
    expect(await found(page).count()).toBe(0);
    await page.context().close();
  });

  it('search: is kept under a name and shared in the office, where a neighbour finds nothing of it', async () => {
    const { page: pageOf } = scene();
    const page = await pageOf('desk');
    await look(page, PHRASE);
    await page.getByText('この検索を保存する').first().click();
    await page.locator('#new-name').fill('電気の船');
    await page.locator('#new-shared').check();
    await press(page, '保存する');
    await page.getByRole('link', { name: '電気の船', exact: true }).waitFor();
    await expectSound(page);

    const manager = await pageOf('manager');
    await manager.goto('/search');
    await manager.getByRole('link', { name: '電気の船', exact: true }).click();
    await found(manager).waitFor();
    const neighbour = await pageOf('nishiizu');
    await neighbour.goto(manager.url());
    await neighbour.getByText('見つかりませんでした', { exact: false }).first().waitFor();
    expect(await found(neighbour).count()).toBe(0);
    await neighbour.goto('/search');
    expect(await neighbour.getByRole('link', { name: '電気の船' }).count()).toBe(0);
    for (const one of [page, manager, neighbour]) await one.context().close();
  });
}
