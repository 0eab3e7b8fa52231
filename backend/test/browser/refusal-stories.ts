import { expect, it } from '@jest/globals';
import type { Scene, Who } from './scene.js';
import { expectSound, press, refused } from './sound.js';

type Cases = { items: { id: string }[] };

/** A form that is sent empty says what is missing, in words that a person understands. */
export function refusalStories(scene: () => Scene): void {
  const say = async (who: Who, forms: readonly (readonly [path: string, button: string])[]) => {
    const page = await scene().page(who);
    for (const [path, button] of forms) {
      await page.goto(path);
      await press(page, button);
      await refused(page);
      await expectSound(page);
      expect(await page.locator('form [role=alert]').first().textContent()).not.toMatch(/string|undefined|null/);
    }
    await page.context().close();
  };
  const aCase = async (who: Who, state: string) => {
    const { items } = await scene().as[who].get<Cases>(`/consultations?state=${state}`);
    return `/consultations/${items[0]?.id}`;
  };

  it('tells an administrator what is missing', () =>
    say('admin', [
      ['/admin/ministries/new', '登録する'],
      ['/admin/ministries/mlit/divisions/new', '登録する'],
      ['/admin/fields/new', '登録する'],
      ['/admin/holidays/new', '動く期限を確認する'],
    ]));

  it('applies no change of a deadline rule that differs from what was shown', async () => {
    const page = await scene().page('admin');
    await page.goto('/admin/deadline-rules/inquiry');
    await page.locator('[name=workdays]').fill('９');
    await page.locator('[name=reason]').fill('早く回答するため');
    await press(page, '動く期限を確認する');
    await page.getByRole('button', { name: 'この規則に変更する' }).waitFor();
    await page.locator('[name=workdays]').fill('8');
    await press(page, 'この規則に変更する');
    await refused(page);
    expect(await page.locator('form [role=alert]').first().textContent()).toContain('入力内容が変わった');
    const { items } = await scene().as.admin.get<{ items: { kind: string; standing: string; workdays: number }[] }>(
      '/deadline-rules',
    );
    expect(items.filter(({ kind }) => kind === 'inquiry')).toMatchObject([{ standing: 'inForce', workdays: 10 }]);
    await expectSound(page);
    await page.context().close();
  });

  it('tells the desk what is missing', async () => {
    const home = await aCase('desk', 'checking');
    await say('desk', [
      [`${home}/act/guide`, '対象外として案内する'],
      [`${home}/act/merge`, '統合する'],
      [`${home}/notes`, 'メモを書く'],
    ]);
  });

  it('tells a town what is missing', async () => {
    const home = await aCase('town', 'inquiring');
    await say('town', [
      [`${home}/meetings`, '打合せの希望を伝える'],
      [`${home}/act/add`, '追記する'],
      [`${home}/act/withdraw`, '相談を取り下げる'],
      ['/account', 'パスワードを変更する'],
      ['/password/forgotten', '再設定のメールを送る'],
      ['/password/reset/nonsense', 'パスワードを設定する'],
    ]);
  });
}
