import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { furnishTeam } from '../../../infra/walkthrough/furnish-team.mjs';
import { tokyoWallClock } from '../../src/contract/calendar.js';
import type { Scene, Who } from './scene.js';
import { at, expectSound, press } from './sound.js';

const PHONE = { viewport: { width: 375, height: 800 } };
const DAY = 86_400_000;
const A_WHOLE_ROUND_MS = 10 * 60_000;
const LONG = '路線バスが減り、通院と買物の足が足りない地域で、町内の企業の送迎車を使えないか。'.repeat(4);

/** A team and its town in their year, on a telephone. */
export function teamStories(scene: () => Scene): void {
  let home = '';
  const localTime = async (days: number) => {
    const { now } = await scene().as.admin.get<{ now: string }>('/demo/clock');
    return tokyoWallClock(new Date(Date.parse(now) + days * DAY)).slice(0, 16);
  };
  const open = async (who: Who, path = '', options = {}): Promise<Page> => {
    const page = await scene().page(who, { ...PHONE, ...options });
    await page.goto(home + path);
    return page;
  };

  it(
    'begins with a team that the secretariat has formed',
    async () => {
      const { id } = await furnishTeam(scene());
      home = `/teams/${id}`;
      const page = await open('town');
      await page.getByText('支援テーマは、まだ決まっていません。').waitFor();
      await expectSound(page);
      for (const empty of ['/theme', '/meetings', '/calendar', '/talk']) {
        await page.goto(home + empty);
        await expectSound(page);
      }
      await page.context().close();
    },
    A_WHOLE_ROUND_MS,
  );

  it('introduces its members, and says what it wants, without JavaScript', async () => {
    const town = await open('town', '/theme', { javaScriptEnabled: false });
    await town.locator('[name=theme]').fill(LONG.slice(0, 100));
    await town.getByLabel('交通', { exact: false }).first().check();
    await town.locator('[name=plan]').fill(LONG);
    await press(town, '保存する');
    await town.getByRole('heading', { name: '変更の履歴' }).waitFor();
    await town.context().close();

    const stale = await open('town', '/theme');
    const newer = await open('approver', '/theme');
    await newer.locator('[name=goal]').fill('通院の足を毎日出す。');
    await press(newer, '保存する');
    await newer.getByText('通院の足を毎日出す。').last().waitFor();
    await expectSound(newer);
    await stale.locator('[name=goal]').fill('古い画面の目標');
    await press(stale, '保存する');
    await stale.getByText('今保存されている内容').waitFor();
    expect(await stale.locator('[name=goal]').inputValue()).toBe('古い画面の目標');
    await expectSound(stale);
    for (const page of [stale, newer]) await page.context().close();
  });

  it('writes the notes of a 会議 from both sides at once, and loses no word', async () => {
    const one = await open('town', '/meetings');
    await one.locator('[name=startsAt]').fill(await localTime(2));
    await one.locator('[name=url]').fill('http://meet.example');
    await press(one, '会議を予定し、案内を送る');
    await one.getByText('https:// で始まる形で入力してください').first().waitFor();
    await one.locator('[name=url]').fill('https://meet.example/room');
    await press(one, '会議を予定し、案内を送る');
    await one.getByRole('heading', { name: '議題と記録' }).waitFor();
    await expectSound(one);
    const other = await scene().page('approver', PHONE);
    await other.goto(new URL(one.url()).pathname);
    await one
      .getByText(/さんが/)
      .first()
      .waitFor();
    await one.locator('[name=notes]').fill('一行目');
    await one
      .getByText(/に保存しました/)
      .first()
      .waitFor();
    await other.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[name=notes]')?.value === '一行目');
    await other.locator('[name=notes]').fill('一行目\n相手の行');
    await one.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('[name=notes]')?.value.includes('相手の行'),
    );
    for (const page of [one, other]) await page.context().close();
  });

  it('records a 会議 in one form without JavaScript, and keeps its promises', async () => {
    const page = await open('town', '/meetings/new', { javaScriptEnabled: false });
    await page.locator('[name=startsAt]').fill(await localTime(-1));
    await page.locator('[name=notes]').fill(LONG);
    await page.getByText('約束を更に書く').click();
    await page.locator('[name="promises.1.text"]').fill(LONG.slice(0, 80));
    await page.locator('[name="promises.1.owner"]').selectOption('town');
    await press(page, '開催済みとして保存する');
    await page.getByText('期限を選んでください').first().waitFor();
    expect(await page.locator('[name=notes]').inputValue()).toBe(LONG);
    await page.locator('[name="promises.1.dueOn"]').fill((await localTime(20)).slice(0, 10));
    await press(page, '開催済みとして保存する');
    await page.getByText('開催済', { exact: true }).first().waitFor();
    await page.goto('/work');
    await page.getByRole('heading', { name: /支援チームの約束/ }).waitFor();
    await page.context().close();

    const team = await open('town');
    await expectSound(team);
    await team.getByRole('button', { name: /^済んだ/ }).click();
    await team.getByText('済んだ約束（1件）').waitFor();
    await team.context().close();
  });

  it('gives each their calendar under a secret address', async () => {
    const page = await open('town', '/calendar');
    await press(page, '秘密のアドレスを作る');
    const address = await page.locator('[name=address]').inputValue();
    const feed = await fetch(new URL(new URL(address).pathname, scene().base));
    expect([feed.status, (await feed.text()).slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
    await expectSound(page);
    await page.context().close();
  });

  it('talks, and takes back the own words', async () => {
    const page = await open('town', '/talk');
    await page.locator('[name=body]').fill(LONG);
    await press(page, '書き込む');
    await page.getByRole('button', { name: '取り下げる' }).waitFor();
    await expectSound(page);
    await press(page, '取り下げる');
    await page.getByText('（取り下げました）').waitFor();
    await page.context().close();
  });

  it('changes its members with a hand-over', async () => {
    const page = await open('secretariat', '/members');
    await expectSound(page);
    await page.locator('[name=applicationId]').selectOption({ index: 1 });
    await press(page, 'チームに加える');
    await page.getByText('加われる支援官はいません。').waitFor();
    // The officer of the demo stays: other stories are of this team.
    const leaver = page.getByRole('listitem').filter({ hasText: '環境 太郎' });
    await leaver.locator('summary').click();
    await leaver.locator('[name=leftOn]').fill((await localTime(0)).slice(0, 10));
    await leaver.locator('[name=reason]').fill('人事異動');
    await leaver.locator('[name=handOver]').fill(LONG);
    await leaver.getByRole('button', { name: '離れることを記録する' }).click();
    await at(page, home);
    await page.getByText('（人事異動）').waitFor();
    await expectSound(page);
    await page.context().close();
  });
}
