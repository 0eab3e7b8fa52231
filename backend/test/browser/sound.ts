import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible } from './browser.js';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 375, height: 800 };

/** axe finds nothing, a title, one h1; on a desk and on a telephone nothing sticks out at the side. */
export async function expectSound(page: Page): Promise<void> {
  await page.setViewportSize(WIDE);
  await expectAccessible(page);
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ url: page.url(), ...size, sticksOut: Math.max(0, wide) }).toEqual({
      url: page.url(),
      ...size,
      sticksOut: 0,
    });
  }
}

/** Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => Boolean(document.activeElement?.matches(wanted)), selector);
    if (there) return;
  }
  throw new Error(`no way to ${selector} by keyboard on ${page.url()}`);
}

export const press = (page: Page, name: string, options = {}): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click(options);

/** A step has led on to this page. */
export const at = (page: Page, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path);

/** The form says why it was refused; nothing was lost. */
export const refused = (page: Page): Promise<void> => page.locator('form [role=alert]').first().waitFor();
