import { expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import type { Page } from 'playwright-core';
import type { FormChoices, FormDefinition, FormInput, Karte, KarteValue } from '../../src/contract/forms.js';
import type { KarteSheet } from '../../src/contract/karte.js';
import type { Scene } from './scene.js';
import { expectSound } from './sound.js';

const PDF = { name: '計画.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => page.locator('.save-bar p[aria-hidden]', { hasText: '保存しました' }).waitFor();

/** What one does on the sheet, beyond writing and saving. Each story has a カルテ of its own. */
export function sheetStories(scene: () => Scene): void {
  const begin = async () => (await scene().as.town.post('/consultations')) as { id: string };
  const sheet = async (id: string): Promise<KarteSheet> => scene().as.town.get(`/consultations/${id}/karte`);
  const open = async (id: string, options = {}) => {
    const page = await scene().page('town', options);
    await page.goto(`/consultations/${id}/edit`);
    return page;
  };

  it('adds and removes rows, joins towns, attaches files', async () => {
    const { id } = await begin();
    const page = await open(id);
    await field(page, 'questions.0.text').fill('消す質問');
    await button(page, '質問を追加（8件まで）').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('questions.1.text');
    await page.keyboard.type('残す質問');
    await button(page, '質問1を削除').click();
    await saved(page);
    expect((await sheet(id)).karte.questions).toEqual([{ text: '残す質問' }]);

    await field(page, 'memberName').fill('池田町');
    await button(page, '構成団体を追加').click();
    await button(page, '福井県池田町').click();
    await button(page, '福井県池田町を外す').waitFor();
    await page.locator('#files').setInputFiles([PDF]);
    await button(page, '計画.pdfを削除').waitFor();
    await page.locator('#files').setInputFiles([{ ...PDF, name: '表.xlsm' }]);
    await page.getByText('マクロを含むため添付できません').first().waitFor();
    await expectSound(page);
    const { members, attachments } = await sheet(id);
    expect([members[0]?.label, attachments.map(({ name }) => name)]).toEqual(['福井県池田町', ['計画.pdf']]);
    await page.context().close();
  });

  it('keeps what a broken line could not save, and offers it again after a reload', async () => {
    const { id } = await begin();
    const page = await open(id);
    await page.context().setOffline(true);
    await field(page, 'title').fill('圏外で書いた件名');
    await page.getByText('通信できないため').first().waitFor();
    await page.context().setOffline(false);
    await saved(page);
    expect((await sheet(id)).karte.title).toBe('圏外で書いた件名');

    await page.context().route('**/api/consultations/*/karte', (route) => route.abort());
    await field(page, 'title').fill('閉じる前に書いた件名');
    await page.getByText('通信できないため').first().waitFor();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.context().unroute('**/api/consultations/*/karte');
    await page.reload();
    await button(page, '入力を元に戻す').click();
    await saved(page);
    expect([asked, (await sheet(id)).karte.title]).toEqual([['beforeunload'], '閉じる前に書いた件名']);
    await page.reload();
    expect([asked.length, await button(page, '入力を元に戻す').count()]).toEqual([1, 0]);
    await page.context().close();
  });

  it('says at once what is too long, and saves when it is not', async () => {
    const { id } = await begin();
    const page = await open(id);
    await field(page, 'title').fill('字'.repeat(51));
    await page.locator('#title-error', { hasText: '50文字以内' }).waitFor();
    await field(page, 'title').fill('短い件名');
    await saved(page);
    expect(await page.locator('#title-error').count()).toBe(0);
    await page.context().close();
  });

  it('without JavaScript: rows, a refusal that keeps the text, and the choice between two versions', async () => {
    const { id } = await begin();
    const page = await open(id, { javaScriptEnabled: false });
    const press = async (name: string) => {
      await button(page, name).last().click();
      await page.waitForLoadState();
    };
    await field(page, 'questions.0.text').fill('一つ目');
    await press('質問を追加（8件まで）');
    await field(page, 'questions.1.text').fill('二つ目');
    await press('質問1を削除');
    expect(await field(page, 'questions.0.text').inputValue()).toBe('二つ目');

    await field(page, 'title').fill('字'.repeat(60));
    await press('保存');
    expect(await field(page, 'title').inputValue()).toBe('字'.repeat(60));
    expect(await page.locator('#title-error').textContent()).toContain('50文字以内');

    const { version } = await sheet(id);
    await scene().as.approver.put(`/consultations/${id}/karte`, {
      version,
      karte: { title: '先の件名', vision: '先の姿' },
    });
    await field(page, 'title').fill('後の件名');
    await press('保存');
    await press('保存');
    expect((await sheet(id)).karte.title).toBe('先の件名');
    await field(page, 'take.title').first().check();
    await page.locator('[name="take.vision"][value=theirs]').check();
    await press('選んだ内容で保存');
    expect((await sheet(id)).karte).toMatchObject({ title: '後の件名', vision: '先の姿' });
    await page.context().close();
  });

  it('prints the largest カルテ that the form allows on two pages of A4', async () => {
    const { id } = await begin();
    const { form, choices } = await sheet(id);
    await scene().as.town.put(`/consultations/${id}/karte`, { version: 1, karte: largest(form, choices) });
    const page = await open(id);
    await page.goto(`/consultations/${id}/print`);
    await expectSound(page);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { total, text } = await new PDFParse({ data: new Uint8Array(pdf) }).getText();
    expect(total).toBe(2);
    expect(text).not.toContain('サインアウト');
    await page.context().close();
  });
}

const TEXT = '路線バスが減り、通院と買物の足が足りないため、畜産のバイオガスで作る電気でバスを走らせたい。'.repeat(20);

function largest({ items }: FormDefinition, lists: FormChoices): Karte {
  const inputs = items
    .flatMap((item) => item.inputs)
    .filter(({ type }) => !['auto', 'files', 'members'].includes(type));
  return Object.fromEntries(inputs.map((input) => [input.key, fullest(input, lists)]));
}

function fullest(input: FormInput, lists: FormChoices): KarteValue {
  switch (input.type) {
    case 'rows': {
      const row = Object.fromEntries(input.columns.map((column) => [column.key, fullest(column, lists) as string]));
      return Array.from({ length: input.max }, () => row);
    }
    case 'text':
    case 'longText':
      return TEXT.slice(0, input.max);
    case 'choice':
    case 'choices': {
      const values = ((input.source ? lists[input.source] : input.choices) ?? []).map(({ value }) => value);
      return input.type === 'choice' ? String(values.at(-1)) : values;
    }
    case 'consent':
      return true;
    case 'date':
      return '2026-12-15';
    default:
      return input.type === 'email' ? 'kikaku-zaisei-chihososei@town.example' : '00-0000-0000（内線123）';
  }
}
