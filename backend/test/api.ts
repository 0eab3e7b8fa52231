import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createApi } from '../src/api.js';
import type { Problem } from '../src/contract/problem.js';
import { SESSION_COOKIE } from '../src/identity/session.guard.js';
import { Sessions } from '../src/identity/sessions.js';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  problem: Problem;
  headers: Record<string, unknown>;
  text: string;
  bytes: Buffer;
}

/** The whole HTTP application on this file's test database. `as(person)` speaks with a session of that person. */
export function testApi(db: () => DataSource, settings: Record<string, string> = {}) {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const url = db().options as { url?: string };
    Object.assign(process.env, {
      DATABASE_URL: url.url,
      SMTP_URL: 'smtp://127.0.0.1:1',
      BASE_URL: 'http://localhost:3000',
      SECRET: 'a secret for tests that is long enough',
      ...settings,
    });
    app = await createApi();
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app?.close());

  async function ask<T>(method: string, path: string, cookie: string | null, payload?: object): Promise<Answer<T>> {
    const response = await app.inject({
      method: method as 'GET',
      url: `/api${path}`,
      ...(await written(payload)),
      cookies: cookie ? { [SESSION_COOKIE]: cookie } : {},
    });
    const json = /json/.test(String(response.headers['content-type'])) ? response.json() : undefined;
    const { statusCode: status, headers, body: text, rawPayload: bytes } = response;
    return { status, body: json, problem: json, headers, text, bytes };
  }

  const speaker = (cookie: () => Promise<string | null>) => ({
    get: async <T>(path: string) => ask<T>('GET', path, await cookie()),
    post: async <T>(path: string, body?: object) => ask<T>('POST', path, await cookie(), body),
    put: async <T>(path: string, body?: object) => ask<T>('PUT', path, await cookie(), body),
    delete: async <T>(path: string) => ask<T>('DELETE', path, await cookie()),
    send: async <T>(method: string, path: string, body?: object) => ask<T>(method, path, await cookie(), body),
  });

  return {
    app: () => app,
    nobody: speaker(async () => null),
    /** Opens a session without a password. */
    as(person: { id: string }) {
      let token: Promise<string> | undefined;
      return speaker(() => {
        token ??= app.get(Sessions).open(person.id, 'jest');
        return token;
      });
    },
  };
}

/** JSON, or a form as a browser sends it. */
async function written(payload: object | undefined) {
  if (!(payload instanceof FormData)) return payload ? { payload } : {};
  const form = new Request('http://x', { method: 'POST', body: payload });
  const headers = { 'content-type': form.headers.get('content-type') ?? '' };
  return { payload: Buffer.from(await form.arrayBuffer()), headers };
}
