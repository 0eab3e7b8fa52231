import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Visitor } from '../../../infra/walkthrough/people.mjs';
import { openBrowser } from './browser.js';
import { startDesk } from './desk.js';

const { password }: { password: string } = JSON.parse(
  readFileSync(new URL('../../seed/demo-accounts.json', import.meta.url), 'utf8'),
);
export const PASSWORD = password;

const WHO = {
  town: 'tanto@kamishihoro.example',
  approver: 'shonin@kamishihoro.example',
  nishiizu: 'tanto@nishiizu.example',
  nishiizuApprover: 'shonin@nishiizu.example',
  kamiyama: 'tanto@kamiyama.example',
  desk: 'madoguchi@desk.example',
  manager: 'kanri@desk.example',
  admin: 'admin@desk.example',
  secretariat: 'jimukyoku@desk.example',
  prefecture: 'hokkaido@prefecture.example',
  officer: 'shienkan@officers.example',
  mlit: 'kokudo@ministries.example',
  env: 'kankyo@ministries.example',
  meti: 'keisan@ministries.example',
  mic: 'somu@ministries.example',
};
export type Who = keyof typeof WHO;
export const PEOPLE = Object.keys(WHO) as Who[];

/** A running desk, a browser before it, and the people of the demo. */
export interface Scene {
  base: string;
  as: Record<Who, Visitor>;
  /** A browser in which nobody has signed in. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>;
  /** A browser of their own in which this person has signed in. */
  page: (who: Who, options?: BrowserContextOptions) => Promise<Page>;
  end: () => Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const desk = await startDesk();
  const browser = await openBrowser();
  const { base } = desk;
  const visitors = PEOPLE.map((who) => [who, new Visitor(base, WHO[who], PASSWORD)]);
  const stranger = (options?: BrowserContextOptions) => freshPage(browser, base, options);
  return {
    base,
    as: Object.fromEntries(visitors),
    stranger,
    page: async (who, options) => {
      const page = await stranger(options);
      const answer = await page.request.post('/api/sign-in', { data: { email: WHO[who], password: PASSWORD } });
      if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
      return page;
    },
    end: async () => {
      await browser.close();
      await desk.stop();
    },
  };
}

async function freshPage(browser: Browser, base: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 1280, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}
