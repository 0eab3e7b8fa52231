import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const aFile = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

async function tick(page: Page, ...ids: string[]): Promise<void> {
  for (const id of ids) await page.locator(`main input[name=id][value="${id}"]`).check();
}

/** The catalogue: found, compared, collected, imported, opened. */
export function measureStories(scene: () => Scene): void {
  it('lets a town find measures, compare them and take them home', async () => {
    const page = await scene().page('town');
    await page.goto('/measures');
    await page.getByLabel('ロジックモデル（R7）').selectOption('i');
    await press(page, '絞り込む');
    await expectSound(page);
    await page.setViewportSize({ width: 1280, height: 900 });

    await tick(page, 'M25-Ci-1-01');
    await press(page, '比べる（2～4件）');
    await refused(page);
    await tick(page, 'M25-Ci-1-01', 'M25-Ci-2-01');
    await press(page, '比べる（2～4件）');
    await at(page, '/measures/compare');
    expect(await page.locator('main thead th').count()).toBe(2);
    await expectSound(page);

    await page.goto('/measures?node=i');
    await tick(page, 'M25-Ci-1-01', 'M25-Ci-2-01');
    await press(page, '控えに入れる');
    await page.getByText('控えにあり').first().waitFor();
    await page.goto('/measures/basket');
    expect(await page.locator('main tbody tr').count()).toBe(2);
    await expectSound(page);
    await page.goto('/measures/basket/print');
    expect(await page.getByText('推定（戦略に府省庁の記載なし）').count()).toBe(2);
    await expectSound(page);
    await page.goto('/measures/basket');
    await page.getByText('控えを空にする').click();
    await press(page, '空にする');
    await page.getByText('控えに入れた施策はありません').waitFor();
    await page.context().close();
  });

  it('shows a manager what a file would change before it is taken over', async () => {
    const id = `G-${randomUUID().slice(0, 8)}`;
    const page = await scene().page('manager');
    const choose = async (...lines: string[]) => {
      await page.goto('/measures/import');
      await page.locator('input[type=file]').setInputFiles(aFile('交付金の一覧.csv', ...lines));
      await press(page, '内容と違いを確認する');
      await page.waitForURL(/\/measures\/import\/[0-9a-f-]{36}$/);
    };
    await page.goto('/measures/import');
    await press(page, '内容と違いを確認する');
    await refused(page);

    await choose('施策ID,種別,施策名,公募終了日', `${id},補助金,結び目交付金,2026-02-30`);
    expect(await page.locator('main tbody tr').count()).toBe(2);
    await expectSound(page);

    await choose('施策ID,種別,施策名,公募終了日', `${id},交付金,結び目交付金,2020-01-31`);
    await expectSound(page);
    await press(page, 'この内容で取り込む');
    await page.getByText('取り込みました。').waitFor();
    await page.goto(`/measures/${id}`);
    await page.getByText('この公募は終了しました。').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('is read by strangers only while an administrator has opened it', async () => {
    const [admin, stranger] = [await scene().page('admin'), await scene().stranger()];
    const choose = async (who: string) => {
      await admin.goto('/measures/settings');
      await admin.getByLabel(who).check();
      await press(admin, '変更する');
      await admin.getByText('変更しました。').waitFor();
    };
    await stranger.goto('/measures/M25-Ci-1-01');
    await at(stranger, '/sign-in');

    await choose('だれでも');
    await stranger.goto('/measures/M25-Ci-1-01');
    await stranger.getByText('第5節2.C.i.(1)①').waitFor();
    expect(await stranger.getByRole('button').count()).toBe(0);
    await expectSound(stranger);
    await stranger.goto('/measures?q=ドローン');
    expect(await stranger.locator('main input[type=checkbox]').count()).toBe(1);
    await expectSound(stranger);
    await stranger.goto('/measures/basket');
    await at(stranger, '/sign-in');

    await choose('サインインした人だけ');
    await stranger.goto('/measures');
    await at(stranger, '/sign-in');
    for (const page of [admin, stranger]) await page.context().close();
  });
}
