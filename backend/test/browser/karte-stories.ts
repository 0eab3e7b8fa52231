import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { KAMISHIHORO, KAMIYAMA, NISHIIZU } from '../../../infra/walkthrough/kartes.mjs';
import { picture } from './pictures.js';
import { PASSWORD, type Scene } from './scene.js';
import { expectSound } from './sound.js';

type Sheet = { version: number; karte: Record<string, string> };
/** What is seen; what a screen reader is told stays as it was until the next save has ended. */
const saved = (page: Page) => page.locator('.save-bar p[aria-hidden]', { hasText: '保存しました' }).waitFor();
const field = (page: Page, name: string) => page.locator(`[name=${name}]`);
const idIn = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? '';

async function begin(page: Page): Promise<string> {
  await page.goto('/consultations/new');
  await page.getByRole('button', { name: '新しい相談カルテを書く' }).click();
  await page.waitForURL('**/edit');
  return idIn(page);
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード').fill(PASSWORD);
  await page.getByRole('button', { name: 'サインイン' }).click();
  await page.waitForURL('**/work');
}

/** The author, from the sign-in on. `known` learns which case the later stories go on with. */
export function karteStories(scene: () => Scene, known: { id: string; number: string }): void {
  it('signs in, writes a カルテ that saves itself, and finds it again', async () => {
    const { as, stranger } = scene();
    const page = await stranger();
    await page.goto('/sign-in');
    await expectSound(page);
    await page.getByRole('button', { name: 'サインイン' }).click();
    await page.getByRole('alert').first().waitFor();
    await expectSound(page);
    await signIn(page, as.town.email);
    await expectSound(page);
    await picture(page, 'town-work');

    known.id = await begin(page);
    await field(page, 'title').fill(String(KAMISHIHORO.title));
    await saved(page);
    await field(page, 'situation').fill(String(KAMISHIHORO.situation));
    await page.getByText('保存していない変更があります').waitFor();
    await saved(page);
    await page.reload();
    expect(await field(page, 'title').inputValue()).toBe(KAMISHIHORO.title);
    expect(await field(page, 'situation').inputValue()).toBe(KAMISHIHORO.situation);
    await expectSound(page);
    await picture(page, 'town-karte');
    await page.context().close();
  });

  it('shows both texts to the tab that saved too late, and lets the person choose', async () => {
    const { as, page: pageOf } = scene();
    const first = await pageOf('town');
    const second = await first.context().newPage();
    for (const page of [first, second]) await page.goto(`/consultations/${known.id}/edit`);
    await field(second, 'vision').fill('先に保存した文');
    await saved(second);
    await field(first, 'vision').fill('後から書いた文');
    const panel = first.locator('#conflict');
    await panel.waitFor();
    for (const text of ['先に保存した文', '後から書いた文']) await panel.getByText(text, { exact: true }).waitFor();
    await expectSound(first);
    await panel.locator('input[name="take.vision"][value=mine]').check();
    await panel.getByRole('button', { name: '選んだ内容で保存' }).click();
    await saved(first);
    await panel.waitFor({ state: 'detached' });
    const { karte } = await as.town.get<Sheet>(`/consultations/${known.id}/karte`);
    expect(karte.vision).toBe('後から書いた文');
    await first.context().close();
  });

  it('is submitted by the approver and says what to expect', async () => {
    const { as, page: pageOf } = scene();
    const questions = [
      { text: '自動運転バスを町道で定期運行するために、どのような許可が要りますか。' },
      { text: 'バイオガス発電の電気を町内の車両に供給する事業に使える補助はありますか。' },
    ];
    await write(scene(), 'town', known.id, { ...KAMISHIHORO, questions });
    const page = await pageOf('approver');
    await page.goto(`/consultations/${known.id}/submit`);
    await expectSound(page);
    await submitOn(page, known.id);
    await page.getByText('回答の見込み').first().waitFor();
    const { number } = await as.town.get<{ number: string }>(`/consultations/${known.id}`);
    known.number = number;
    await page.getByText(number).first().waitFor();
    await expectSound(page);
    await page.context().close();
  });

  it('works with JavaScript switched off: sign-in, save, submit', async () => {
    const { as, stranger } = scene();
    const page = await stranger({ javaScriptEnabled: false });
    await page.goto('/sign-in');
    await signIn(page, as.kamiyama.email);
    const id = await begin(page);
    await field(page, 'title').fill('スクリプトなしで書いた相談');
    await page.getByRole('button', { name: '保存', exact: true }).last().click();
    await page.waitForLoadState();
    await page.goto(`/consultations/${id}/edit`);
    expect(await field(page, 'title').inputValue()).toBe('スクリプトなしで書いた相談');
    await write(scene(), 'kamiyama', id, { ...KAMIYAMA, title: 'スクリプトなしで書いた相談' });
    await page.goto(`/consultations/${id}/submit`);
    await submitOn(page, id);
    expect(await page.getByText(/新結合-R\d+-\d{4}/).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('keeps what is typed when the session ends, and saves after a sign-in in another tab', async () => {
    const { as, page: pageOf } = scene();
    const page = await pageOf('nishiizu');
    const id = await begin(page);
    await as.nishiizu.post('/sign-out-everywhere');
    await field(page, 'title').fill(String(NISHIIZU.title));
    await page.getByText('サインインの有効期限が切れました').first().waitFor();
    expect(await field(page, 'title').inputValue()).toBe(NISHIIZU.title);
    await expectSound(page);
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '別のタブでサインインする' }).click(),
    ]);
    await signIn(tab, as.nishiizu.email);
    await tab.close();
    await saved(page);
    const { karte } = await as.nishiizu.get<Sheet>(`/consultations/${id}/karte`);
    expect(karte.title).toBe(NISHIIZU.title);
    await page.context().close();
  });
}

async function write({ as }: Scene, who: 'town' | 'kamiyama', id: string, karte: object): Promise<void> {
  const sheet = await as[who].get<Sheet>(`/consultations/${id}/karte`);
  await as[who].put(`/consultations/${id}/karte`, { version: sheet.version, karte: { ...sheet.karte, ...karte } });
}

async function submitOn(page: Page, id: string): Promise<void> {
  const warnings = page.locator('[name=confirmWarnings]');
  if (await warnings.count()) await warnings.check();
  await page.getByRole('button', { name: '提出する', exact: true }).click();
  await page.waitForURL((url) => url.pathname === `/consultations/${id}`);
}
