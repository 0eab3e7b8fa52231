import type { Page } from 'playwright-core';
import { expectSound } from './sound.js';

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** Lists of reference data: one entry stands for all. */
const ENTRY =
  /^(\/admin\/(?:ministries|divisions|fields|holidays|contacts|people)|\/directory|\/measures|\/good-practices)\/(?!(?:new|basket|compare|import|settings)(?:\/|$))[^/]+/;
/** What somebody sees of a case, and may do with it, depends on who they are. Other pages are alike for all who see them. */
const OF_A_CASE = /^\/(work|board|consultations|inquiries)(\/|$)/;

/** Which pages are one page with other content. */
const kindOf = (path: string): string =>
  new URL(path, 'http://desk.example').pathname.replace(ID, ':id').replace(ENTRY, '$1/:id');

/** Follows every link from these pages on, and looks once at each kind of page it comes to. */
export async function walk(page: Page, who: string, from: readonly string[], known: Set<string>): Promise<string[]> {
  const seen: string[] = [];
  const key = (kind: string) => (OF_A_CASE.test(kind) ? `${who} ${kind}` : kind);
  const ways = [...from];
  let begun = 0;
  for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
    const kind = kindOf(path);
    begun += 1;
    if (begun > from.length && known.has(key(kind))) continue;
    known.add(key(kind));
    await page.goto(path);
    await expectSound(page);
    seen.push(kind);
    ways.push(...(await linksOn(page)));
  }
  return seen;
}

/** Pages of the desk; not its files, nor the mails of the demo. */
const linksOn = (page: Page): Promise<string[]> =>
  page
    .locator('a[href^="/"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !/^\/(api|inbox)\//.test(href) && href !== '/inbox'),
    );
