import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { picture } from './pictures.js';
import type { Scene, Who } from './scene.js';
import { expectSound, press, refused } from './sound.js';

type Inquiries = { items: { id: string; ministry: { id: string } }[] };

const NOT_OURS = '道路の通行の許可は所管していません。';

/** Two ministries answer row by row; one hands a question over to a third. */
export function ministryStories(scene: () => Scene, known: { id: string }): void {
  const open = async (who: Who) => {
    const { items } = await scene().as.desk.get<Inquiries>(`/consultations/${known.id}/inquiries`);
    const page = await scene().page(who);
    await page.goto(`/inquiries/${items.find(({ ministry }) => ministry.id === who)?.id}`);
    return page;
  };
  const sent = (page: Page) => page.getByText('回答を提出しました。').waitFor();

  it('lets a ministry answer one row, and say 該当なし to the other with whom to ask instead', async () => {
    const page = await open('mlit');
    await press(page, '質問1の回答だけ提出する');
    await refused(page);
    await expectSound(page);
    await answerRow(page, 0, '自動運転の実装支援', '町道での定期運行に使えます。道路管理者と事前に協議してください。');
    await press(page, '質問1の回答だけ提出する');
    await sent(page);
    await expectSound(page);

    await page.getByLabel('該当なしとする').check();
    await press(page, '回答を提出する');
    await refused(page);
    await page.locator('[name="rows.0.reason"]').fill('発電設備の補助は所管していません。');
    await page.locator('[name="rows.0.suggestedMinistryId"]').selectOption('meti');
    await press(page, '回答を提出する');
    await page.getByRole('button', { name: '回答を提出する', exact: true }).waitFor({ state: 'detached' });
    await expectSound(page);
    await page.context().close();
  });

  it('lets another ministry keep a draft, and send all its rows together', async () => {
    const page = await open('env');
    await page.getByLabel('該当なしとする').first().check();
    await page.locator('[name="rows.0.reason"]').fill(NOT_OURS);
    await answerRow(page, 1, '地域脱炭素の設備補助', '町が事業主体であれば使えます。');
    await press(page, '下書きを保存する');
    await page.getByText('下書きを保存しました。').first().waitFor();
    await page.reload();
    expect(await page.locator('[name="rows.0.reason"]').inputValue()).toBe(NOT_OURS);
    await picture(page, 'ministry-inquiry', 'main form section');
    await press(page, 'すべての回答を提出する');
    await sent(page);
    await page.context().close();
  });

  it('makes the inquiry that a ministry suggested by one click, and has all answers then', async () => {
    const desk = await scene().page('desk');
    await desk.goto(`/consultations/${known.id}/inquiries`);
    await expectSound(desk);
    const handOver = desk.getByRole('button', { name: '経済産業省に質問2を照会する' });
    await handOver.first().click();
    await handOver.first().waitFor({ state: 'detached' });
    await expectSound(desk);
    await desk.context().close();

    const page = await open('meti');
    await page.getByText('すべて該当なしとして提出する').click();
    await page.locator('#none-reason').fill('別の省の補助を使うことが適当です。');
    await expectSound(page);
    await press(page, '該当なしとして提出する');
    await sent(page);
    await page.context().close();
    const { state } = await scene().as.desk.get<{ state: string }>(`/consultations/${known.id}`);
    expect(state).toBe('collected');
  });
}

async function answerRow(page: Page, row: number, measureName: string, points: string): Promise<void> {
  const fields = { measureName, points, division: '総合政策局', tel: '00-1234-5678' };
  for (const [key, text] of Object.entries(fields))
    await page.locator(`[name="rows.${row}.answers.0.${key}"]`).fill(text);
}
