import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { furnishSelection } from '../../../infra/walkthrough/furnish-selection.mjs';
import { review } from '../../../infra/walkthrough/round-steps.mjs';
import type { ProposalPage } from '../../src/contract/proposals.js';
import type { Scene, Who } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const YEAR = 2025;
const A_WHOLE_ROUND_MS = 10 * 60_000;
const REASON = '地域の公共交通の再編を優先し、経験のある職員を早い時期から加えるため。'.repeat(3);
const SCORE = /適合度 \d+\.\d点/;

/** The 審査 of three 団体 and the workbench where their teams are made, in a round of its own. */
export function workbenchStories(scene: () => Scene): void {
  let round = { roundId: '', applications: [''] };
  const proposals: string[] = [];
  const home = () => `/rounds/${round.roundId}`;
  const open = async (who: Who, path: string): Promise<Page> => {
    const page = await scene().page(who);
    await page.goto(path);
    return page;
  };
  const read = (id = '') => scene().as.secretariat.get<ProposalPage>(`/proposals/${id}`);

  /** Waits on the page of an 編成案 until the worker has done, as a person does. */
  async function solvedOn(page: Page): Promise<string> {
    await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: /^チーム（3／3）/ }).waitFor({ timeout: 90_000 });
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    proposals.push(id);
    return id;
  }

  async function make(page: Page): Promise<void> {
    await page.locator('[name=reason]').fill(REASON);
    await press(page, 'この変更を行う');
    await page.waitForURL(/\/proposals\/[0-9a-f-]{36}\?done=updated$/);
  }

  it(
    'assigns the reviewers, who write their 審査票',
    async () => {
      round = await furnishSelection(scene(), YEAR);
      const page = await open('secretariat', home());
      await expectSound(page);
      await page.goto(`${home()}/selection`);
      await expectSound(page);
      await press(page, '応募に割り当てる');
      await refused(page);
      await page.getByLabel(/^管理 総/).check();
      await press(page, '応募に割り当てる');
      await page.getByText('0／1人提出').first().waitFor();
      await page.context().close();

      const [first, ...others] = round.applications;
      const reviewer = await open('manager', `/applications/${first}/review`);
      await expectSound(reviewer);
      const scores = reviewer.locator('[name^="scores."]');
      for (let i = 0; i < (await scores.count()); i += 1) await scores.nth(i).fill(i === 0 ? '99' : '4');
      await reviewer.locator('[name=comment]').fill(REASON);
      await press(reviewer, '審査票を提出する');
      await refused(reviewer);
      expect(await reviewer.locator('[name=comment]').inputValue()).toBe(REASON);
      await scores.first().fill('4');
      await press(reviewer, '審査票を提出する');
      await reviewer.getByRole('table', { name: '全員の審査票' }).waitFor();
      await expectSound(reviewer);
      await reviewer.context().close();
      for (const other of others) await review(scene().as.manager, other);
    },
    A_WHOLE_ROUND_MS,
  );

  it('decides the 選定 and settles it', async () => {
    const page = await open('secretariat', `${home()}/selection`);
    for (const id of round.applications) await page.locator(`[name="outcome.${id}"]`).selectOption('chosen');
    await press(page, '選んだ結果に決める');
    await refused(page);
    for (const id of round.applications)
      expect(await page.locator(`[name="outcome.${id}"]`).inputValue()).toBe('chosen');
    await page.locator('[name=reason]').fill(REASON.slice(0, 100));
    await press(page, '選んだ結果に決める');
    await page.getByText('選定 3／3団体。').waitFor();
    await expectSound(page);

    const manager = await open('manager', home());
    await expectSound(manager);
    await press(manager, '選定を確定する');
    await manager.getByRole('link', { name: '編成', exact: true }).last().waitFor();
    await expectSound(manager);
    await manager.context().close();

    await page.reload();
    await press(page, 'まだ通知していない3団体に通知文を送る');
    await page.getByText('選定の結果は、全ての団体に通知しました。').waitFor();
    expect(await page.getByRole('button', { name: /通知文を送る/ }).count()).toBe(0);
    await expectSound(page);
    await page.context().close();
  });

  it('asks for an 編成案, and reads in words why the teams are so', async () => {
    const page = await open('secretariat', '/proposals');
    await expectSound(page);
    await page.goto(`${home()}/proposals`);
    await expectSound(page);
    await page.locator('[name=name]').fill('第一案');
    await page.locator('[name=seconds]').fill('長く');
    await page.locator('[name=note]').fill(REASON);
    await press(page, '計算を始める');
    await refused(page);
    expect(await page.locator('[name=note]').inputValue()).toBe(REASON);
    await page.locator('[name=seconds]').fill('5');
    await press(page, '計算を始める');
    await solvedOn(page);
    const card = page.getByRole('article').first();
    await card.getByText(SCORE).waitFor();
    await card.locator('summary').click();
    await card
      .getByText(/（\d+\.\d点／\d+\.\d点）/)
      .first()
      .waitFor();
    await expectSound(page);
    await page.locator('[name=only]').selectOption('conflicts');
    await press(page, '表示する');
    await page.getByText('該当するチームはありません').waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('asks why not this officer, sees what an exchange costs, and makes it with a reason', async () => {
    const [id] = proposals;
    const { teams, reserve, total } = await read(id);
    const [mine, theirs] = [teams[0]?.officers[0], teams[1]?.officers[0]];
    const page = await open('secretariat', `/proposals/${id}`);
    await page.locator('#place-officer').selectOption(reserve[0]?.id ?? '');
    await page.locator('#place-municipality').selectOption(teams[0]?.municipality.id ?? '');
    await press(page, '入れた場合を見る');
    await page.getByText('まだ変更していません。').waitFor();
    await page.getByText(/合計 \d+\.\d → \d+\.\d点/).waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: '変更せずに編成案に戻る' }).click();
    await at(page, `/proposals/${id}`);
    await press(page, '入れ替えた場合を見る');
    await page.getByText('この変更はできません').waitFor();
    await expectSound(page);
    await page.goto(`/proposals/${id}`);
    await page.locator('a', { hasText: `入れ替え：${mine?.label}` }).click();
    await page.waitForURL(/exchange=/);
    expect(await page.locator('#exchange-officer').inputValue()).toBe(mine?.id);
    await page.locator('#exchange-other').selectOption(theirs?.id ?? '');
    await press(page, '入れ替えた場合を見る');
    await page.getByText('変わるチーム').waitFor();
    await expectSound(page);
    expect((await read(id)).total).toBe(total);
    await press(page, 'この変更を行う');
    await refused(page);
    await make(page);
    await page.getByRole('cell', { name: REASON, exact: true }).waitFor();
    await expectSound(page);
    const after = await read(id);
    expect(after.version).toBe(2);
    expect(after.teams[1]?.officers.map((officer) => officer.id)).toContain(mine?.id);
    await page.context().close();
  });

  it('says what somebody else changed meanwhile, and keeps the reason', async () => {
    const [id] = proposals;
    const undo = `/proposals/${id}/change?kind=undo`;
    const stale = await open('secretariat', undo);
    const page = await open('secretariat', undo);
    await make(page);
    await stale.locator('[name=reason]').fill(REASON);
    await press(stale, 'この変更を行う');
    await refused(stale);
    expect(await stale.locator('[name=reason]').inputValue()).toBe(REASON);
    await expectSound(stale);
    expect((await read(id)).version).toBe(3);
    for (const one of [page, stale]) await one.context().close();
  });

  it('pins one, asks again with other points, and compares the two', async () => {
    const [id] = proposals;
    const { teams, reserve } = await read(id);
    const [waiting, town] = [reserve[0], teams[0]?.municipality];
    const page = await open(
      'secretariat',
      `/proposals/${id}/change?kind=pin&officer=${encodeURIComponent(waiting?.id ?? '')}&municipality=${town?.id}`,
    );
    await page.getByText('変更すると、次の規則に反します').waitFor();
    await make(page);
    await page.getByText('規則に反しているところが1件あります').waitFor();
    await expectSound(page);

    await page.getByText('今の規則（固定、除外など）を保って計算し直す').click();
    await page.locator('#again-name').fill('固定した案');
    await page.locator('#again-seconds').fill('5');
    await page.locator('[id="again-weights.tie"]').fill('0');
    await expectSound(page);
    await press(page, '計算を始める');
    await page.waitForURL((url) => url.pathname !== `/proposals/${id}`);
    const again = await solvedOn(page);
    await page.getByText(/地域とのゆかり 0/).waitFor();
    await page.getByText('固定', { exact: true }).first().waitFor();
    await expectSound(page);
    const there = (await read(again)).teams.find(({ municipality }) => municipality.id === town?.id);
    expect(there?.officers.find((officer) => officer.id === waiting?.id)?.pinned).toBe(true);
    await page.getByRole('link', { name: '第1案（元の案）' }).click();
    await page.getByRole('heading', { name: '第1案と第2案の比較' }).waitFor();
    await page.getByRole('table', { name: '動く支援官' }).waitFor();
    await expectSound(page);
    await page.goto(`${home()}/proposals`);
    await expectSound(page);
    await page.context().close();
  });

  it('is approved by the manager; letters, and the public list without points', async () => {
    const id = proposals[1];
    const page = await open('manager', `/proposals/${id}`);
    await expectSound(page);
    await press(page, '編成を確定し、任命する');
    await refused(page);
    await page.locator('#approve-reason').fill(REASON);
    await press(page, '編成を確定し、任命する');
    await at(page, `${home()}/appointment`);
    await expectSound(page);
    const letters = await page.request.get(`/api${home()}/appointment/letters.pdf`);
    expect(letters.headers()['content-type']).toBe('application/pdf');
    expect((await letters.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await press(page, '一覧を公表する');
    await refused(page);
    await page.locator('[name=withNames][value=false]').check();
    await press(page, '一覧を公表する');
    await page.getByRole('link', { name: '公表した一覧を開く' }).waitFor();
    await page.goto(`/proposals/${id}`);
    await page.getByText('証明したこと').waitFor();
    expect(await page.getByRole('heading', { name: '試してみる' }).count()).toBe(0);
    await expectSound(page);
    await page.context().close();

    const officer = await open('officer', `/proposals/${id}`);
    await officer.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
    expect(await officer.locator('main').count()).toBe(1);
    await officer.context().close();

    const visitor = await scene().stranger();
    await visitor.goto(`/team-lists/${round.roundId}`);
    await visitor.getByText('上士幌町').first().waitFor();
    await expectSound(visitor);
    const { teams } = await read(id);
    const words = (await visitor.locator('main').textContent()) ?? '';
    expect(words).not.toContain('適合度');
    const names = teams.flatMap(({ officers }) => officers.map(({ label }) => label.split('（')[0]));
    for (const name of names) expect(words).not.toContain(name);
    await visitor.context().close();
  });
}
