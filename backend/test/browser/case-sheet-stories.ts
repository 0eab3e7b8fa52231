import { expect, it } from '@jest/globals';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused, tabTo } from './sound.js';

const LONG = '町の工房と高専の学生がつくる学びの場'.repeat(5).slice(0, 80);
type Cases = { items: { id: string }[] };

/** A closed 相談 becomes a 事例票 with its town's consent, is found on the map, and goes when the town says so. */
export function caseSheetStories(scene: () => Scene): void {
  let home = '';
  let practice = '';

  it('is drafted by the desk, which cannot send what says too little', async () => {
    const { as, page: pageOf } = scene();
    const { items } = await as.desk.get<Cases>('/consultations?state=closed&prefecture=36');
    home = `/consultations/${items[0]?.id}/case-sheet`;
    const page = await pageOf('desk');
    await page.goto(home);
    await expectSound(page);
    await press(page, '相談カルテと回答書から案を作る');
    await page.locator('[name=title]').fill('');
    await press(page, '保存して団体に同意を求める');
    await refused(page);
    await page.getByText('題名を入力してください').first().waitFor();
    await expectSound(page);
    await page.locator('[name=title]').fill(LONG);
    await page.locator('[name=results]').fill('3人の学生が町で働き始めた。');
    await press(page, '保存して団体に同意を求める');
    await page.getByText('団体の確認待ち').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('asks the town for its consent on a page that is sound', async () => {
    const page = await scene().page('kamiyama');
    await page.goto(home);
    await page.getByText('公表に同意するかどうかを返答してください').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('waits among the work of the town, which makes it its own and agrees, without JavaScript', async () => {
    const page = await scene().page('kamiyama', { javaScriptEnabled: false });
    await page.goto('/work');
    await page.getByRole('heading', { name: /確認を求められている事例票/ }).waitFor();
    await page.goto(home);
    await page.locator('[name=results]').fill('3人の学生が町で働き始め、1人が起業した。');
    await page.getByLabel('団体名を出す', { exact: true }).check();
    await press(page, '保存してこの内容の公表に同意する');
    await page.getByText('同意済み（公開前）').waitFor();
    await page.context().close();
  });

  it('is published, put forward, and begun from by another town', async () => {
    const { page: pageOf } = scene();
    const desk = await pageOf('desk');
    await desk.goto(home);
    await press(desk, '好事例として公開する');
    await press(desk, '推薦する');
    await desk.getByRole('link', { name: '好事例の画面で見る' }).click();
    await desk.getByRole('heading', { level: 1, name: LONG }).waitFor();
    practice = new URL(desk.url()).pathname;
    await expectSound(desk);
    await desk.context().close();

    const town = await pageOf('nishiizu');
    await town.goto('/good-practices?source=caseSheet&prefecture=360007');
    await expectSound(town);
    await town.getByRole('link', { name: LONG, exact: true }).click();
    await at(town, practice);
    await town.getByText('この事例を元にした取組は、まだありません。').waitFor();
    await town.getByRole('link', { name: 'この事例から相談カルテを書く' }).click();
    await at(town, '/consultations/new');
    await town.context().close();
  });

  it('is found on the map by keyboard, from the country to the town', async () => {
    const { page: pageOf } = scene();
    const page = await pageOf('desk');
    await page.goto('/map');
    await expectSound(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await tabTo(page, 'svg a[aria-label^="徳島県"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/prefecture=36/);
    await page.getByRole('link', { name: /^神山町\s*\d/ }).click();
    await page.waitForURL(/municipality=363421/);
    await page.getByRole('link', { name: LONG, exact: true }).waitFor();
    await expectSound(page);

    await page.goto('/map?prefecture=36');
    await page.locator('figure svg a', { hasText: /^神山町 \d+件/ }).click();
    await page.waitForURL(/municipality=363421/);
    await page.getByRole('link', { name: LONG, exact: true }).waitFor();

    await page.getByRole('link', { name: '相談', exact: true }).last().click();
    await page.waitForURL(/layer=consultations/);
    await page.getByRole('table', { name: '相談の一覧' }).waitFor();
    await expectSound(page);
    await page.goto('/map?layer=consultations&year=2019&prefecture=36');
    await page.getByText('該当するものはありません').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('shows a town the map of good practices only', async () => {
    const page = await scene().page('town');
    await page.goto('/map');
    expect(await page.getByRole('navigation', { name: '地図に示すもの' }).count()).toBe(0);
    expect((await page.request.get('/api/map?layer=consultations')).status()).toBe(403);
    await page.getByRole('table', { name: '都道府県ごとの件数' }).getByRole('link', { name: '沖縄県' }).click();
    await page.waitForURL(/prefecture=47/);
    await expectSound(page);
    await page.context().close();
  });

  it('leaves the library when the town takes its consent back', async () => {
    const { page: pageOf } = scene();
    const page = await pageOf('kamiyama', { javaScriptEnabled: false });
    await page.goto(home);
    await page.getByText('公表の同意を撤回する').click();
    await press(page, '同意を撤回して公開を終える');
    await page.getByText('同意の撤回により公開終了').waitFor();
    expect((await page.goto(practice))?.status()).toBe(404);
    await page.context().close();
  });
}
