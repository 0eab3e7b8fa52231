import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { expectAccessible, inChromium, openBrowser } from './browser.js';

inChromium('the accessibility check itself', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it('passes a sound page and names what is wrong with another', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.setContent('<html lang="ja"><title>一覧｜Musubi</title><main><h1>一覧</h1></main></html>');
    await expectAccessible(page);

    await page.setContent('<html lang="ja"><title>一覧｜Musubi</title><main><h1>一覧</h1><input></main></html>');
    await expect(expectAccessible(page)).rejects.toThrow('label');
  });
});
