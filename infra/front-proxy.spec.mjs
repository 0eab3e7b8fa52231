import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFrontProxy } from './front-proxy.mjs';
import { precompress } from './static-assets.mjs';

const LONG = '<!doctype html><title>窓口</title>'.repeat(100);
const folder = mkdtempSync(join(tmpdir(), 'musubi-static-'));
const servers = [];

/** Echoes what it was asked, or answers as the path says. */
const upstream = (name) => (asked, answer) => {
  if (asked.url === '/long') return answer.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(LONG);
  if (asked.url === '/cookies') return answer.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end();
  const chunks = [];
  asked.on('data', (chunk) => chunks.push(chunk));
  asked.on('end', () => {
    const { method, url, headers } = asked;
    const bytes = Buffer.concat(chunks).length;
    answer
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ name, method, url, headers, bytes }));
  });
};

const listening = (server) =>
  new Promise((ready) => {
    servers.push(server);
    server.listen(0, '127.0.0.1', () => ready(server.address().port));
  });

let port;
let behindProxy;
beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'chunks', 'app[1].js'), 'const a = 1;'.repeat(200));
  precompress(folder);
  const [api, web] = await Promise.all(['api', 'web'].map((name) => listening(createServer(upstream(name)))));
  const targets = {
    api: `http://127.0.0.1:${api}`,
    web: `http://127.0.0.1:${web}`,
    staticFolder: folder,
    inbox: (_, response) => response.end('inbox'),
  };
  port = await listening(createFrontProxy(targets));
  behindProxy = await listening(createFrontProxy({ ...targets, inbox: undefined, trusted: ['127.0.0.1'] }));
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  rmSync(folder, { recursive: true });
});

/** Node's own fetch would hide the encoding. */
function ask(path, { headers = {}, method = 'GET', body, to = port } = {}) {
  return new Promise((done, failed) => {
    const asking = request({ host: '127.0.0.1', port: to, path, method, headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    asking.on('error', failed).end(body);
  });
}
const echo = async (path, options) => JSON.parse((await ask(path, options)).body);

test('the API keeps its prefix, the inbox answers, the rest goes to the web server', async () => {
  expect(await echo('/api/consultations?page=2')).toMatchObject({ name: 'api', url: '/api/consultations?page=2' });
  expect(await echo('/apiary')).toMatchObject({ name: 'web' });
  expect((await ask('/inbox/1')).body.toString()).toBe('inbox');
  expect(await echo('/inbox', { to: behindProxy })).toMatchObject({ name: 'web' });
});

test('forged addresses are dropped, a trusted proxy is believed in what it saw itself', async () => {
  const headers = {
    host: 'musubi.example',
    'x-forwarded-for': '6.6.6.6, 10.0.0.9',
    'x-forwarded-proto': 'https',
    'x-real-ip': '6.6.6.6',
    forwarded: 'for=6',
  };
  const { headers: seen } = await echo('/', { headers });
  expect(seen).toMatchObject({
    host: 'musubi.example',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'musubi.example',
    'x-forwarded-proto': 'http',
  });
  expect([seen['x-real-ip'], seen.forwarded]).toEqual([undefined, undefined]);
  const { headers: believed } = await echo('/', { headers, to: behindProxy });
  expect(believed).toMatchObject({ 'x-forwarded-for': '10.0.0.9', 'x-forwarded-proto': 'https' });
});

test('bodies stream through, and several cookies stay several', async () => {
  expect(await echo('/api/files', { method: 'POST', body: Buffer.alloc(12_000_000) })).toMatchObject({
    bytes: 12_000_000,
  });
  expect((await ask('/cookies')).headers['set-cookie']).toEqual(['a=1', 'b=2']);
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('pages travel as %s', async (encoding, unpack) => {
  const { headers, body } = await ask('/long', { headers: { 'accept-encoding': encoding } });
  expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding', etag: 'W/"1"' });
  expect(unpack(body).toString()).toBe(LONG);
  expect(body.length).toBeLessThan(LONG.length / 5);
});

test('who takes no encoding gets none', async () => {
  const { headers, body } = await ask('/long');
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.toString()).toBe(LONG);
});

test('static files come compressed and are kept for a year; unknown ones are the web server’s affair', async () => {
  const { headers, body } = await ask('/_next/static/chunks/app%5B1%5D.js?dpl=1', {
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  });
  expect(brotliDecompressSync(body).toString()).toContain('const a = 1;');
  expect((await ask('/_next/static/chunks/app[1].js')).body.toString()).toContain('const a = 1;');
  expect(await echo('/_next/static/../../secret')).toMatchObject({ name: 'web' });
});

test('a server that does not answer is a 502 with a message', async () => {
  const nowhere = await listening(createFrontProxy({ api: 'http://127.0.0.1:1', web: 'http://127.0.0.1:1' }));
  expect(await ask('/', { to: nowhere })).toMatchObject({ status: 502 });
});
