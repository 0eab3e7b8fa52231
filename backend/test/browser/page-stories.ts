import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { picture } from './pictures.js';
import { PEOPLE, type Scene, type Who } from './scene.js';
import { expectSound } from './sound.js';

const KILOBYTE = 1024;

/** Pages that no navigation leads to directly. */
const MORE: Partial<Record<Who, string[]>> = {
  town: ['/account', '/consultations/new', '/consultations?q=どこにもない言葉', '/no/such/page'],
  manager: ['/satisfaction/invitations', '/satisfaction/follow-ups', '/dashboard/durations'],
  admin: [
    ...['ministries', 'ministries/new', 'ministries/mlit', 'divisions', 'contacts', 'contacts/new', 'fields'].map(
      admin,
    ),
    ...['fields/new', 'holidays', 'holidays/new', 'people', 'people/new', 'reply-settings'].map(admin),
  ],
};
/** What looks like the desk's; the same pages are not looked at again. */
const LIKE_ANOTHER: Who[] = ['nishiizu', 'nishiizuApprover', 'kamiyama', 'env', 'mic'];

function admin(page: string): string {
  return `/admin/${page}`;
}

/** Every page of everybody's navigation, and what lies behind. */
export function pageStories(scene: () => Scene, known: { id: string }): void {
  const roles = PEOPLE.filter((who) => !LIKE_ANOTHER.includes(who));

  it.each(roles)('has sound pages for %s', async (who) => {
    const { as, page: pageOf } = scene();
    const { navigation } = await as[who].get<{ navigation: { href: string }[] }>('/me');
    const page = await pageOf(who);
    for (const path of [...navigation.map(({ href }) => href), ...(MORE[who] ?? [])]) {
      await page.goto(path);
      await expectSound(page);
    }
    await page.context().close();
  });

  it('has a sound page for every view of a case', async () => {
    const page = await scene().page('desk');
    for (const tab of ['', '/inquiries', '/reply', '/meetings', '/history', '/notes', '/print']) {
      await page.goto(`/consultations/${known.id}${tab}`);
      await expectSound(page);
    }
    await page.context().close();
  });

  it('shows its main pages to the reader of the README', async () => {
    const { as, page: pageOf } = scene();
    const { items } = await as.desk.get<{ items: { id: string; title: string }[] }>('/consultations?state=inquiring');
    const desk = await pageOf('desk');
    await desk.goto('/board');
    await picture(desk, 'desk-board');
    await desk.goto(`/consultations/${items[0]?.id}/inquiries`);
    await desk.getByRole('heading', { name: '照会', exact: true }).first().waitFor();
    await picture(desk, 'desk-inquiries');
    const keeper = await pageOf('admin');
    await keeper.goto('/admin/ministries');
    await picture(keeper, 'admin-ministries');
    for (const page of [desk, keeper]) await page.context().close();
  });

  it('sends at most 100 KB of JavaScript for a first list, and asks no other host', async () => {
    const { base, page: pageOf } = scene();
    const page = await pageOf('desk');
    const { scripts, hosts } = await listening(page, () => page.goto('/consultations', { waitUntil: 'networkidle' }));
    expect(hosts).toEqual([new URL(base).host]);
    expect(scripts).toBeLessThanOrEqual(100 * KILOBYTE);
    await page.context().close();
  });
}

/** What comes over the line meanwhile: bytes of scripts as transferred, and the hosts that were asked. */
async function listening(page: Page, work: () => Promise<unknown>) {
  const line = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  const hosts = new Set<string>();
  let bytes = 0;
  line.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (request.url.startsWith('http')) hosts.add(new URL(request.url).host);
    if (type === 'Script') scripts.add(requestId);
  });
  line.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await line.send('Network.enable');
  await work();
  return { scripts: bytes, hosts: [...hosts] };
}
