// W6: the list of cases as a browser gets it on its first visit, on a local line and on one of 1 Mbps.
import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { fire } from './fire.mjs';
import { settingsFor } from './ground.mjs';
import { median } from './measure.mjs';
import { memoryOf, named } from './memory.mjs';
import { PASSWORD } from './people.mjs';
import { startProduct } from './product.mjs';

const ADDRESS = '/consultations';
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const LINES = {
  local: undefined,
  '1 Mbps': { offline: false, latency: 40, downloadThroughput: 125_000, uploadThroughput: 125_000 },
};
const PROCESSES = {
  API: 'backend/dist/main.js',
  worker: 'backend/dist/worker.js',
  web: 'next-server',
  front: 'infra/start.mjs',
};

const browserPath = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));

/** Answers { visits, html, memory }, or null on a machine without Chromium. */
export async function measurePage(database, { folder, visits, seconds, postgres, log }) {
  const executablePath = browserPath();
  if (!executablePath) return null;
  const product = await startProduct({ ...settingsFor(database.url), DATA_DIR: mkdtempSync(join(folder, 'page-')) });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const cookie = await signIn(product.base, database.people.rows[0].email);
    const memory = () => memoryOf({ ...named(product.pid, PROCESSES), PostgreSQL: postgres });
    const idle = memory();
    await visit(browser, product.base, cookie); // the first page of a process is not what people get
    const rows = [];
    for (const [line, conditions] of Object.entries(LINES)) {
      log(`${ADDRESS} in Chromium, ${line} …`);
      const all = [];
      for (let i = 0; i < visits; i++) all.push(await visit(browser, product.base, cookie, conditions));
      rows.push({
        line,
        ...Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))])),
      });
    }
    const next = () => ({
      path: ADDRESS,
      headers: { cookie: `${cookie.name}=${cookie.value}`, 'accept-encoding': 'br' },
    });
    const html = await fire({ origin: product.base, connections: 16, seconds, next });
    return { visits: rows, html, memory: { idle, used: memory() } };
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function signIn(base, email) {
  const answer = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`the browser's person could not sign in: ${answer.status}`);
  const [name, value] = answer.headers.getSetCookie()[0].split(';')[0].split('=');
  return { name, value, url: base };
}

/** A visit with an empty cache. Usable: painted, with all but the fonts come and run; text does not wait for its font. */
async function visit(browser, base, cookie, conditions) {
  const context = await browser.newContext({ locale: 'ja-JP' });
  try {
    await context.addCookies([cookie]);
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    if (conditions) await line.send('Network.emulateNetworkConditions', conditions);
    const transferred = count(line);
    await page.goto(base + ADDRESS, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    if ((await page.locator('main table tbody tr').count()) === 0) throw new Error(`${ADDRESS} shows no rows`);
    return { ...transferred(), ...(await page.evaluate(times)) };
  } finally {
    await context.close();
  }
}

/** Counts what comes over the line, as it comes: compressed, with headers. */
function count(line) {
  const types = new Map();
  const total = { requests: 0, bytes: 0, scripts: 0, fonts: 0 };
  line.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    total.requests += 1;
    total.bytes += encodedDataLength;
    if (types.get(requestId) === 'Script') total.scripts += encodedDataLength;
    if (types.get(requestId) === 'Font') total.fonts += encodedDataLength;
  });
  return () => ({ ...total });
}

/** In the browser: milliseconds from the start of the visit. */
function times() {
  const [visit] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const needed = performance.getEntriesByType('resource').filter(({ name }) => !/\.woff2?$/.test(name));
  const come = [visit.domContentLoadedEventEnd, paint?.startTime ?? 0, ...needed.map(({ responseEnd }) => responseEnd)];
  return {
    server: visit.responseStart - visit.requestStart,
    painted: paint?.startTime ?? 0,
    usable: Math.max(...come),
    complete: visit.loadEventEnd,
  };
}
