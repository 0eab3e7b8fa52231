import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answer, answered, ask, submit, triage, writeKarte } from '../../../infra/walkthrough/desk-work.mjs';
import { KAMISHIHORO } from '../../../infra/walkthrough/kartes.mjs';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

/** Suggested for buses that drive themselves. */
const BUS = 'M25-Ci-1-01';
const ENDED = 'M25-Ci-2-01';
const ELIGIBLE = '市町村及び地域公共交通事業者';
const CEILING = '1事業当たり8,000万円';
const LOWER = '1事業当たり6,000万円';

type Content = Record<string, unknown>;

/** From the catalogue and the ministries' answers to the reply, each passage tied to its source. */
export function packStories(scene: () => Scene): void {
  let home: string;

  const correct = async (id: string, change: Content) => {
    const { version, content } = await scene().as.desk.get<{ version: number; content: Content }>(
      `/measures/${id}/form`,
    );
    const body = { version, content: { ...content, ...change }, reason: '公募要領の改正による' };
    await scene().as.desk.put(`/measures/${id}`, body);
  };

  it('answer pack: lets the desk correct a measure, and shows what somebody else saved first', async () => {
    const page = await scene().page('desk');
    const late = await page.context().newPage();
    await page.goto(`/measures/${BUS}`);
    await page.getByRole('link', { name: '直す', exact: true }).click();
    await at(page, `/measures/${BUS}/edit`);
    await late.goto(`/measures/${BUS}/edit`);
    await page.getByLabel('対象者').fill(ELIGIBLE);
    await page.locator('[name="content.ceiling"]').fill(CEILING);
    await page.locator('[name="content.applyUntil"]').fill('2099-03-31');
    await press(page, '所管を足す');
    await press(page, '変更する');
    await refused(page);
    await expectSound(page);
    await page
      .getByRole('button', { name: /を外す$/ })
      .last()
      .click();
    await page.locator('[name=reason]').fill('公募要領による');
    await press(page, '変更する');
    await page.getByText('変更しました。').waitFor();
    await page.getByText('画面での変更（公募要領による）', { exact: false }).first().waitFor();
    await expectSound(page);

    await late.locator('[name=reason]').fill('別の担当による');
    await press(late, '変更する');
    await late.getByText('今保存されている内容').waitFor();
    await late.getByText(CEILING).first().waitFor();
    await page.goto('/measures?target=business');
    expect(await page.locator(`main input[name=id][value="${BUS}"]`).count()).toBe(1);
    await page.context().close();
  });

  it('answer pack: lets a ministry take over its own earlier answer to a similar question with one press', async () => {
    const { as, page: pageOf } = scene();
    const id = await writeKarte(as.town, {}, { ...KAMISHIHORO, title: '自動運転バスの通年運行と牧場の電気' });
    home = `/consultations/${id}`;
    await submit(as.approver, id);
    await as.desk.post(`${home}/take`);
    const { knowledge } = await as.desk.get<{ knowledge: number }>(`${home}/suggestions`);
    await as.desk.post(`${home}/suggestions/choices`, { kind: 'measure', subject: BUS, verdict: 'taken', knowledge });
    await triage(as.desk, id, ['transport']);
    const { items } = await as.desk.get<{ items: { id: string }[] }>(`${home}/questions`);
    const [first = '', ...others] = items.map((question) => question.id);
    const inquiries = await ask(as.desk, id, [
      { ministryId: 'mlit', questionRowIds: [first] },
      { ministryId: 'env', questionRowIds: others },
    ]);
    const words = {
      measureName: '地域脱炭素の設備補助',
      points: '町が事業主体であれば使えます。',
      division: '地域脱炭素推進',
    };
    await answer(as.env, inquiries.env ?? '', () => ({ answers: [answered(words)] }));

    const page = await pageOf('mlit', { javaScriptEnabled: false });
    await page.goto(`/inquiries/${inquiries.mlit}`);
    await page.getByText('自府省庁の過去の回答を写す', { exact: false }).click();
    await page.getByRole('button', { name: 'この回答を写す' }).first().click();
    await page.getByText('出典：新結合-', { exact: false }).waitFor();
    await press(page, '回答を提出する');
    await page.getByText('回答を提出しました。').waitFor();
    await page.getByText('を基にした回答', { exact: false }).waitFor();
    await page.context().close();
  });

  it('answer pack: makes the reply with one click, follows the catalogue, and warns of a call that has ended', async () => {
    const page = await scene().page('desk');
    await page.goto(`${home}/reply`);
    await press(page, '回答案を作る');
    const passage = page.locator('textarea').filter({ hasText: `（施策ID ${BUS}` });
    await passage.waitFor();
    const said = await passage.inputValue();
    for (const fact of [`対象者：${ELIGIBLE}`, `上限：${CEILING}`]) expect(said).toContain(fact);
    await page.locator('textarea').filter({ hasText: '事前に確認してください' }).first().waitFor();
    await expectSound(page);
    await press(page, '新しい府省庁回答と採用した施策を取り込む');
    await page.getByText('新しい府省庁回答と施策はありません。').waitFor();
    expect(await passage.count()).toBe(1);

    await correct(BUS, { ceiling: LOWER });
    await page.reload();
    await page.getByText(`${CEILING} → ${LOWER}`, { exact: false }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: /今の登録に合わせる$/ }).click();
    await page.getByText('施策の文章を、今の登録に合わせました。').waitFor();
    expect(await passage.inputValue()).toContain(`上限：${LOWER}`);

    await correct(ENDED, { applyUntil: '2020-01-31' });
    await scene().as.desk.put(`/measure-basket/${ENDED}`, {});
    await page.reload();
    await page.locator(`input[name=take][value="${ENDED}"]`).check();
    await press(page, '選んだ施策を回答案に加える');
    await refused(page);
    await page.locator('[name=endedConfirmed]').check();
    await press(page, '選んだ施策を回答案に加える');
    await page.getByText('施策を回答案に加えました：', { exact: false }).waitFor();
    await request(page);
    await refused(page);
    await page.getByText('公募が終了した施策を案内する理由を入力してください').first().waitFor();
    await page.locator('[name=reason]').fill('次の公募に向けた準備のため');
    await request(page);
    await page.getByText('決裁を依頼しました。').waitFor();
    await page.getByText('公募が終了した施策を案内する理由：次の公募に向けた準備のため').waitFor();
    await expectSound(page);
    await page.context().close();
  });
}

async function request(page: Page): Promise<void> {
  await page.locator('[name=confirmed]').check();
  await press(page, '保存して決裁を依頼する');
}
