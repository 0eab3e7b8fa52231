import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

type Picture =
  | 'town-work'
  | 'town-karte'
  | 'desk-board'
  | 'desk-inquiries'
  | 'ministry-inquiry'
  | 'manager-satisfaction'
  | 'manager-reply'
  | 'admin-ministries';

/** The pictures of the README. Made anew only when asked for, so that a test run leaves the folder as it is. */
export async function picture(page: Page, name: Picture, top?: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  if (top)
    await page
      .locator(top)
      .first()
      .evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
}
