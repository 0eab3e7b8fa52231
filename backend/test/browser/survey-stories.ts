import { expect, it } from '@jest/globals';
import { linkIn, mailFor } from '../../../infra/walkthrough/inbox.mjs';
import type { SatisfactionReport } from '../../src/contract/satisfaction.js';
import { picture } from './pictures.js';
import type { Scene } from './scene.js';
import { at, expectSound, press, refused } from './sound.js';

const FREE_TEXT = '三つの省の答えが一度に届きました。';

type Report = Pick<SatisfactionReport, 'n' | 'questions'>;

/** Closing, the survey by the link of a mail, and the manager's figures. */
export function surveyStories(scene: () => Scene, known: { id: string; number: string }): void {
  const home = () => `/consultations/${known.id}`;

  it('closes when the town agrees', async () => {
    const { page: pageOf } = scene();
    for (const [who, action, button] of [
      ['desk', 'proposeClose', '完了を提案する'],
      ['town', 'agreeClose', '完了に同意する'],
    ] as const) {
      const page = await pageOf(who);
      await page.goto(`${home()}/act/${action}`);
      await expectSound(page);
      await press(page, button);
      await at(page, home());
      await expectSound(page);
      await page.context().close();
    }
  });

  it('is scored by the link of the mail, without signing in, once', async () => {
    const { base, as, stranger } = scene();
    const mail = await mailFor(base, as.town.email, { subject: known.number, text: '満足度調査' });
    const link = linkIn(mail, '/survey/');
    const guest = await stranger();
    await guest.goto(link);
    await expectSound(guest);
    await press(guest, '回答を送信する');
    await refused(guest);
    await expectSound(guest);
    for (const name of ['overall', 'clarity', 'speed', 'concreteness'])
      await guest.locator(`[name="answers.${name}"][value="5"]`).check();
    await guest.locator('[name="answers.meeting"][value=notApplicable]').check();
    await guest.locator('[name="answers.next"][value=apply]').check();
    await guest.locator('textarea').first().fill(FREE_TEXT);
    await press(guest, '回答を送信する', { clickCount: 2 });
    await guest.waitForURL(/thanks/);
    await expectSound(guest);
    await guest.goto(link);
    await guest.getByText('回答済みです').waitFor();
    await expectSound(guest);
    await guest.context().close();
  });

  it('shows the score to the manager, down to the single answer', async () => {
    const page = await scene().page('manager');
    const { n, questions } = await scene().as.manager.get<Report>('/satisfaction');
    await page.goto('/satisfaction');
    for (const figure of [`${n}件`, `${questions[0]?.mean?.toFixed(1)} / 5`])
      await page.locator('main dl').first().getByText(figure).first().waitFor();
    await expectSound(page);
    await picture(page, 'manager-satisfaction');
    await page.goto('/satisfaction/responses');
    await page.getByText(known.number).first().waitFor();
    await expectSound(page);
    expect(await page.getByText(FREE_TEXT).count()).toBeGreaterThan(0);
    await page.context().close();
  });
}
