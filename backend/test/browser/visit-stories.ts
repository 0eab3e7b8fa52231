import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { furnishTeam } from '../../../infra/walkthrough/furnish-team.mjs';
import type { Teams } from '../../src/contract/teams.js';
import type { Visit } from '../../src/contract/visits.js';
import type { Scene } from './scene.js';
import { PASSWORD } from './scene.js';
import { expectSound, press, refused } from './sound.js';

const PHONE = { viewport: { width: 375, height: 800 } };
const LONG = '道の駅の売場を一つにし、農家が朝の出荷を一度で済ませられるようにした。'.repeat(8);

const yesterday = () => new Date(Date.now() + 9 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
const memo = (page: Page) => page.locator('textarea');
const keep = (page: Page) => press(page, 'メモを保存する');

/** A visit of a team, planned and told on a phone, with notes made where there is no line. */
export function visitStories(scene: () => Scene): void {
  let team = '';
  let visit = '';
  /** Words of this visit alone: the page shows the notes of others too. */
  const own = (words: string) => `${words}（${visit.slice(0, 4)}）`;
  const stored = async () => ((await scene().as.officer.get(`/visits/${visit}`)) as Visit).notes;
  const pad = async () => {
    const page = await scene().page('officer', PHONE);
    await page.goto(`/teams/${team}/note`);
    await page.locator('[data-ready=true][data-kept=true]').waitFor();
    await page.locator('select').selectOption(visit);
    return page;
  };

  it('plans a visit, writes what came of it, and keeps a photo only with the consent of those on it', async () => {
    const { items } = await scene().as.officer.get<Teams>('/teams');
    team = items[0]?.id ?? (await furnishTeam(scene())).id;
    const page = await scene().page('officer', PHONE);
    await page.goto(`/teams/${team}/visits`);
    await page.getByRole('heading', { name: '現地訪問' }).waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: '訪問を計画する' }).click();
    await press(page, '保存する');
    await refused(page);
    await page.locator('[name=startsOn]').fill(yesterday());
    await page.locator('[name="route.0.place"]').fill('道の駅の売場');
    await page.getByText('結果も書く').click();
    await page.locator('[name="met.0.count"]').fill('５');
    await expectSound(page);
    await press(page, '保存する');
    await page.getByRole('heading', { name: '現地訪問（予定）' }).waitFor();
    visit = page.url().split('/').at(-1) ?? '';

    await page.locator('[name=file]').setInputFiles({
      ...{ name: '売場.jpg', mimeType: 'image/jpeg' },
      buffer: await sharp({ create: { width: 90, height: 60, channels: 3, background: '#446644' } })
        .jpeg()
        .toBuffer(),
    });
    await page.locator('[name=caption]').fill('売場を見る住民');
    await page.locator('[name=consent]').fill('写っている2人に口頭で確認');
    await press(page, '写真を加える');
    await refused(page);
    await page.getByLabel('写っている人全員から').check();
    await press(page, '写真を加える');
    const photo = page.getByRole('img', { name: '売場を見る住民' });
    await photo.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.images].every(({ naturalWidth }) => naturalWidth === 90));
    await expectSound(page);

    await page.getByRole('link', { name: '計画を直す・結果を書く' }).click();
    await page.locator('[name=result]').fill(LONG);
    await page.locator('[name=shared]').check();
    await press(page, '実施済みとして保存する');
    await page.getByRole('heading', { name: '現地訪問（実施済み）' }).waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('takes notes without a line, over a reload, and sends them once the line is back', async () => {
    const page = await pad();
    await expectSound(page);
    await page.setViewportSize(PHONE.viewport);
    await page.context().setOffline(true);
    await memo(page).fill(own('畑で聞いたこと'));
    await keep(page);
    await page.getByText('未送信', { exact: true }).waitFor();
    await memo(page).fill(own('書きかけの文'));
    await page.reload();
    await page.getByText(own('畑で聞いたこと')).waitFor();
    expect(await memo(page).inputValue()).toBe(own('書きかけの文'));
    await expectSound(page);
    expect(await stored()).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('未送信', { exact: true }).waitFor({ state: 'detached' });
    expect((await stored()).map(({ text }) => text)).toEqual([own('畑で聞いたこと')]);
    await keep(page);
    await page.getByLabel('送信済みのメモ').getByText(own('書きかけの文')).waitFor();
    await page.reload();
    await page.getByLabel('送信済みのメモ').getByText(own('書きかけの文')).waitFor();
    expect(await stored()).toHaveLength(2);
    await page.context().close();
  });

  it('shows both texts when the other side wrote meanwhile', async () => {
    const page = await pad();
    const [note] = await stored();
    await page.context().setOffline(true);
    const card = page.getByLabel('送信済みのメモ').filter({ hasText: own('畑で聞いたこと') });
    await card.getByRole('button', { name: '直す' }).click();
    await memo(page).fill(own('圏外で直した文'));
    await keep(page);
    await page.getByText('未送信', { exact: true }).waitFor();
    const change = { version: note?.version, text: own('町が直した文'), shared: false };
    await scene().as.town.put(`/visits/${visit}/notes/${note?.id}`, change);
    await page.context().setOffline(false);
    await page.getByText('先に保存された文があります').waitFor();
    await page.getByText(own('町が直した文')).waitFor();
    await page.getByText(own('圏外で直した文')).waitFor();
    await expectSound(page);
    await press(page, '二つをつなげて直す');
    await keep(page);
    await page.getByLabel('送信済みのメモ').getByText(own('圏外で直した文')).waitFor();
    expect((await stored())[0]?.text).toBe(`${own('町が直した文')}\n${own('圏外で直した文')}`);
    await page.context().close();
  });

  it('keeps the words when the sign-in ran out, and sends them after the next one', async () => {
    const page = await pad();
    await page.context().clearCookies();
    await memo(page).fill(own('期限の後の文'));
    await keep(page);
    await page.getByText('サインインの有効期限が切れました').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'サインイン', exact: true }).click();
    await page.locator('[name=email]').fill('shienkan@officers.example');
    await page.locator('[name=password]').fill(PASSWORD);
    await press(page, 'サインイン');
    await page.getByLabel('送信済みのメモ').getByText(own('期限の後の文')).waitFor();
    expect(await stored()).toHaveLength(3);
    await page.context().close();
  });

  it('leaves nothing of the page on the device after the sign-out', async () => {
    const page = await pad();
    const kept = () => page.evaluate(() => caches.keys());
    expect(await kept()).toEqual([`visit-notes /teams/${team}/note`]);
    await page.goto(`/teams/${team}`);
    await press(page, 'サインアウト');
    await page.getByText('サインアウトしました').waitFor();
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    await page.context().close();
  });

  it('shows who runs 伴走支援 all teams, and every team what others share', async () => {
    const page = await scene().page('secretariat');
    for (const path of ['/team-health', '/team-health?finding=noContact', '/team-health/rules', '/team-feed']) {
      await page.goto(path);
      await expectSound(page);
    }
    await page.getByText(LONG).first().waitFor();
    await page.context().close();
  });
}
