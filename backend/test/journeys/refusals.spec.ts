import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it, test } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { createFrontProxy } from '../../../infra/front-proxy.mjs';
import type { Problem } from '../../src/contract/problem.js';
import { SESSION_COOKIE } from '../../src/identity/session.guard.js';
import { Sessions } from '../../src/identity/sessions.js';
import { testApi } from '../api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO } from '../builders.js';
import { testDatabase } from '../database.js';

const db = testDatabase();
const api = testApi(db);
const JSON_TYPE = { 'content-type': 'application/json' };
const SIGN_IN = { email: 'somebody@test.example', password: 'wrong wrong wrong' };
let cookies: Record<string, string>;
let id: string;

beforeAll(async () => {
  const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  id = (await aConsultation(db(), author)).id;
  cookies = { [SESSION_COOKIE]: await api.app().get(Sessions).open(author.id, 'jest') };
});

const raw = (options: InjectOptions) => api.app().inject({ method: 'POST', url: '/api/sign-in', ...options });

/** Deeper than any stack: what would overflow a careless walk through it. */
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('what never reaches a rule is refused as a problem in Japanese:', () => {
  test.each<[string, number, InjectOptions]>([
    ['broken JSON', 400, { headers: JSON_TYPE, payload: '{"email":' }],
    ['no JSON where JSON is announced', 400, { headers: JSON_TYPE, payload: '' }],
    ['a poisoned prototype', 400, { headers: JSON_TYPE, payload: '{"__proto__":{"admin":true}}' }],
    ['a body over 1 MB', 413, { headers: JSON_TYPE, payload: JSON.stringify({ email: 'x'.repeat(1_100_000) }) }],
    ['plain text, which a form of another site can send', 415, { payload: JSON.stringify(SIGN_IN) }],
    [
      'a form, which another site can send',
      415,
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: String(new URLSearchParams(SIGN_IN)),
      },
    ],
    ['XML', 415, { headers: { 'content-type': 'application/xml' }, payload: '<email/>' }],
    ['an unknown address', 404, { method: 'GET', url: '/api/nothing' }],
    ['an address outside the API', 404, { method: 'GET', url: '/nothing' }],
    ['an unknown method', 404, { method: 'DELETE', url: '/api/sign-in' }],
    ['a malformed address', 400, { method: 'GET', url: '/api/people/%zz' }],
    ['an overlong address', 414, { method: 'GET', url: `/api/people/${'x'.repeat(3000)}` }],
  ])('%s: %i', async (_, status, options) => {
    const answer = await raw({ headers: { 'content-type': 'text/plain' }, ...options });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem: Problem = answer.json();
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(/[ぁ-ん]/);
  });

  it('JSON nested so deep that it would overflow the stack', async () => {
    const karte = { method: 'PUT', url: `/api/consultations/${id}/karte`, headers: JSON_TYPE, cookies } as const;
    for (const payload of [`{"version":1,"karte":{"title":${nested(200_000)}}}`, nested(200_000)]) {
      expect((await raw({ ...karte, payload })).statusCode).toBe(422);
    }
  });
});

it('who sends far too much hears why, also through the front door', async () => {
  await api.app().listen(0, '127.0.0.1');
  const { port } = api.app().getHttpServer().address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const door = createFrontProxy({ api: origin, web: origin });
  await new Promise<void>((ready) => door.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/api/sign-in`;
  const body = JSON.stringify({ email: 'x'.repeat(8_000_000) });
  for (let i = 0; i < 5; i += 1) {
    const answer = await fetch(url, { method: 'POST', headers: JSON_TYPE, body });
    expect([answer.status, ((await answer.json()) as Problem).title]).toEqual([413, '送信する内容が大き過ぎます']);
  }
  door.closeAllConnections();
  await new Promise((closed) => door.close(closed));
});

describe('another site cannot write with our cookie:', () => {
  const post = (headers: Record<string, string>) =>
    raw({ url: `/api/consultations/${id}/withdraw`, headers: { ...JSON_TYPE, ...headers }, cookies, payload: '{}' });

  test.each(['https://evil.example', 'http://localhost:3000.evil.example', 'https://localhost:3000', 'null'])(
    'a request from %s is refused',
    async (origin) => {
      const answer = await post({ origin });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign_origin']);
    },
  );

  it('nor send a file', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://evil.example' };
    const payload = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n';
    const url = `/api/consultations/${id}/attachments`;
    expect((await raw({ url, headers, cookies, payload })).statusCode).toBe(403);
    expect(
      (await raw({ url, headers: { ...headers, origin: 'http://localhost:3000' }, cookies, payload })).statusCode,
    ).toBe(201);
  });

  it('nor sign somebody in', async () => {
    const headers = { ...JSON_TYPE, origin: 'https://evil.example' };
    expect((await raw({ headers, payload: JSON.stringify(SIGN_IN) })).statusCode).toBe(403);
  });

  it('while our own pages can', async () => {
    expect((await post({ origin: 'http://localhost:3000' })).statusCode).toBe(422);
  });
});
