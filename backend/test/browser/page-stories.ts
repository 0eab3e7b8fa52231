import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { picture } from './pictures.js';
import { PEOPLE, type Scene, type Who } from './scene.js';
import { walk } from './walk.js';

const KILOBYTE = 1024;
const A_LONG_WALK_MS = 15 * 60_000;

/** Pages that no link leads to. */
const NO_LINK = [
  '/consultations?q=どこにもない言葉',
  '/search',
  '/search?q=バス',
  '/search?q=バス&kind=consultation&state=closed',
  '/search?q=どこにもない言葉',
  '/search?q=-バス',
  '/good-practices?q=どこにもない言葉',
  '/map?prefecture=01&municipality=016331',
  '/no/such/page',
  '/consultations/00000000-0000-4000-8000-000000000000',
];
/** They see what a neighbour sees. */
const LIKE_ANOTHER: Who[] = ['approver', 'nishiizu', 'nishiizuApprover', 'kamiyama', 'env', 'meti', 'mic'];

type Cases = { items: { id: string; state: string }[] };

/** Every page of everybody. */
export function pageStories(scene: () => Scene): void {
  const roles = PEOPLE.filter((who) => !LIKE_ANOTHER.includes(who));
  const known = new Set<string>();

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

  it.each(roles)(
    'has sound pages for %s, wherever a link leads',
    async (who) => {
      const { as, page: pageOf } = scene();
      const page = await pageOf(who);
      const { items } = await as[who].get<Cases>('/consultations?size=100');
      const oneOfEachState = new Map(items.map(({ id, state }) => [state, `/consultations/${id}`]));
      const seen = await walk(page, who, ['/work', ...oneOfEachState.values(), ...NO_LINK], known);
      expect(seen).toEqual(expect.arrayContaining(['/work', '/consultations/:id']));
      await page.context().close();
    },
    A_LONG_WALK_MS,
  );

  it.each([
    ['desk', '/work'],
    ['desk', '/board'],
    ['desk', '/consultations'],
    ['mlit', '/inquiries'],
    ['manager', '/satisfaction/responses'],
    ['admin', '/admin/people'],
  ] as const)(
    'sends at most 100 KB of JavaScript to %s who first visits %s, and asks no other host',
    async (who, path) => {
      const { base, page: pageOf } = scene();
      const page = await pageOf(who);
      const { scripts, hosts } = await listening(page, () => page.goto(path, { waitUntil: 'networkidle' }));
      expect(hosts).toEqual([new URL(base).host]);
      expect(scripts).toBeLessThanOrEqual(100 * KILOBYTE);
      await page.context().close();
    },
  );
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
