import { expect, it } from '@jest/globals';
import { furnishTeam } from '../../../infra/walkthrough/furnish-team.mjs';
import { fiscalYear, tokyoDay } from '../../src/contract/calendar.js';
import type { MyTeamSurveys } from '../../src/contract/team-surveys.js';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const PHONE = { viewport: { width: 375, height: 740 } };
const NOTE = '通院バスの実証を続け、冬の運行と費用の分担を、町内の事業者とともに決めたい。'.repeat(4);

/** The surveys of 伴走支援 and the wish to go on, for a team of 上士幌町 in its year. */
export function teamSurveyStories(scene: () => Scene): void {
  let team: Awaited<ReturnType<typeof furnishTeam>>;
  const nextYear = fiscalYear(tokyoDay(new Date())) + 1;

  it('the secretariat sets the days of a survey', async () => {
    const { page: pageOf } = scene();
    team = await furnishTeam(scene());
    const page = await pageOf('secretariat');
    await page.goto(`/rounds/${team.roundId}/surveys`);
    await expectSound(page);
    const [opensOn] = await page.evaluate(() => [new Date().toLocaleDateString('sv', { timeZone: 'Asia/Tokyo' })]);
    await page.locator('#companion-town-end-opensOn').fill(opensOn ?? '');
    await page.locator('#companion-town-end-closesOn').fill(`${nextYear}-03-31`);
    const card = page.locator('section', { has: page.locator('#companion-town-end-opensOn') });
    await card.getByRole('button', { name: 'この日程で実施する' }).click();
    await at(page, `/rounds/${team.roundId}/surveys`);
    await page.getByText('回答受付中').first().waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: /集計/ }).first().click();
    await page.getByText('集計は、締切の後に表示します').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('the town keeps a draft and answers by the link, on a phone', async () => {
    const { as, page: pageOf, stranger } = scene();
    const townsman = await pageOf('town', PHONE);
    await townsman.goto(`/teams/${team.id}/surveys`);
    await expectSound(townsman);
    await townsman.context().close();
    const { items } = await as.town.get<MyTeamSurveys>(`/teams/${team.id}/surveys`);
    const guest = await stranger(PHONE);
    await guest.goto(items[0]?.href ?? '');
    await expectSound(guest);
    await guest.locator('textarea').first().fill('途中');
    await press(guest, '途中まで保存する');
    await guest.getByText('途中まで保存しました').waitFor();
    await press(guest, '回答を送信する');
    await refused(guest);
    await expectSound(guest);
    await guest.locator('[name="answers.overall"][value="5"]').check();
    await guest.locator('[name="answers.continuation"][value=two]').check();
    await press(guest, '回答を送信する');
    await guest.getByText('回答を受け付けました').waitFor();
    await expectSound(guest);
    expect(await guest.locator('[name="answers.overall"][value="5"]').isChecked()).toBe(true);
    await guest.context().close();
  });

  it('the town says what it would go on with, and the secretariat reads it in its list', async () => {
    const { page: pageOf } = scene();
    const town = await pageOf('town');
    await town.goto(`/teams/${team.id}/continuation`);
    await town.getByText('必要（2年程度）').first().waitFor();
    await expectSound(town);
    await town.locator('[name=years][value="3"]').check();
    await town.locator('[name=note]').fill(NOTE);
    await press(town, '希望を伝える');
    await town.getByText('変更しました').waitFor();
    await expectSound(town);
    await town.context().close();
    const page = await pageOf('secretariat');
    await page.goto(`/rounds/${team.roundId}/continuation`);
    await page.getByText('必要（3年程度）').first().waitFor();
    await expectSound(page);
    await page.goto(`/teams/${team.id}/continuation`);
    await press(page, '決定する');
    await refused(page);
    await page.locator('[name=outcome][value=notCarried]').check();
    await page.locator('[name=reason]').fill('来年度は募集しないため');
    await press(page, '決定する');
    await page.getByText('引き継がない').first().waitFor();
    await expectSound(page);
    await page.context().close();
  });
}
