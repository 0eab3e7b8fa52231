import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Only what is wrong is asked for: telling all that is right takes most of the time. */
const ASKED = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'] as 'violations'[],
  preload: false,
};

export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find((path) => path && existsSync(path));
}

/** A `describe` for stories in Chromium: skipped aloud on a machine without one; in CI that is a failure. */
export function inChromium(name: string, stories: () => void): void {
  if (findChromium()) describe(name, stories);
  else if (process.env.CI) it(`${name}: needs Chromium`, missingInCi);
  else {
    process.stderr.write(
      `\n*** SKIPPED: ${name}: no Chromium found. Set CHROMIUM_PATH to run the browser journeys. ***\n`,
    );
    describe.skip(name, stories);
  }
}

function missingInCi(): never {
  throw new Error('CI must not skip the browser journeys: install Chromium or set CHROMIUM_PATH');
}

export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** axe finds nothing, and the page has what a screen reader asks first: a title of its own and one h1. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(ASKED).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect({ url: page.url(), found }).toEqual({ url: page.url(), found: [] });
  expect(await page.title()).toMatch(/Musubi/);
  expect(await page.locator('h1').count()).toBe(1);
}
