import { beforeAll, describe, expect, it, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Role } from '../../src/contract/identity.js';
import { ConsultationState } from '../../src/contract/lifecycle.js';
import { testApi } from '../api.js';
import { aKarte } from '../builders.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { asker } from './ask.js';
import { ROUTES } from './routes/all.js';
import { type Call, READERS } from './routes/route.js';
import { ASKED, aScene, ROLES, type Scene } from './scene.js';

const db = testDatabase();
const api = testApi(db);
const ask = asker(api);
let scene: Scene;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  scene = await aScene(db());
});

describe('the table of routes', () => {
  it('names every route of the API document, and no other', async () => {
    const { body } = await api.nobody.get<OpenAPIObject>('/openapi.json');
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`),
    );
    expect(Object.keys(ROUTES).sort()).toEqual([...documented, 'GET /openapi.json'].sort());
  });

  it('names every route that the server answers', () => {
    expect(Object.keys(ROUTES).sort()).toEqual(registered().sort());
  });
});

/** What Fastify itself says it answers; HEAD follows GET. */
function registered(): string[] {
  const tree: string = api.app().getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([│ ├└─]*)(\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above[depth] = part;
    const path = above
      .slice(0, depth + 1)
      .join('')
      .replace(/^\/api/, '')
      .replace(/:(\w+)/g, '{$1}');
    const spoken = methods?.split(', ').filter((method) => method !== 'HEAD' && method !== 'OPTIONS') ?? [];
    return spoken.map((method) => `${method} ${path}`);
  });
}

const isLetIn = (status: number) => ![401, 403, 404].includes(status);
const isRefused = (status: number) => status === 403 || status === 404;

describe.each(Object.entries(ROUTES))('%s', (name, route) => {
  const allowed = route.to === 'anybody' ? ROLES : route.to;
  const make = async (role: Role): Promise<Call> => (await route.make?.(scene, role)) ?? {};
  const personOf = (role: Role) => (route.endsSessions ? scene.aColleague(role) : scene.here(role));

  test('lets in whom the matrix names, and nobody else', async () => {
    const unchanged = new Map<Role, Call>();
    const wrong: Record<string, number> = {};
    for (const role of ROLES) {
      const mayCall = allowed.includes(role);
      const call = mayCall ? await make(role) : (unchanged.get(likeOf(role)) ?? (await make(likeOf(role))));
      if (!mayCall) unchanged.set(likeOf(role), call);
      const { status } = await ask(await personOf(role), name, call);
      if (isLetIn(status) !== mayCall || status >= 500) wrong[role] = status;
    }
    expect(wrong).toEqual({});
  });

  test('is closed to people without a session', async () => {
    const { status, headers } = await ask(null, name, await make('desk'));
    if (route.to === 'anybody') return expect([200, 204]).toContain(status);
    expect(status).toBe(401);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  if (route.own) {
    test('is closed to the same role of another organisation', async () => {
      const call = await make('municipality');
      const wrong: Record<string, number> = {};
      for (const role of ROLES) {
        const person = scene.elsewhere(role);
        const status = person ? (await ask(person, name, call)).status : 404;
        if (!isRefused(status)) wrong[role] = status;
      }
      expect(wrong).toEqual({});
    });
  }
});

/** Only the desk's people send another body than all others. */
const likeOf = (role: Role): Role => (role === 'manager' ? 'desk' : 'municipality');

/** Who reads a case that is shared with everybody it can be shared with (domain.md §3, R8). */
function readersIn(state: ConsultationState): readonly Role[] {
  if (state === 'draft' || state === 'reviewing') return ['municipality', 'approver'];
  return READERS.filter((role) => role !== 'ministry' || ASKED.includes(state));
}

const PAGES = [
  '',
  '/history',
  '/karte',
  '/inquiries',
  '/reply',
  '/meetings',
  '/notes',
  '/submissions',
  '/questions',
].map((page) => `GET /consultations/{id}${page}`);

describe.each(ConsultationState.options)('a case in the state %s', (state) => {
  test('is read by those it is for, page by page', async () => {
    const { id } = await scene.aCase({ state });
    const may = readersIn(state);
    for (const role of ROLES) {
      const pages = may.includes(role) ? PAGES.filter((page) => ROUTES[page]?.to.includes(role)) : [];
      const seen: string[] = [];
      for (const page of PAGES) {
        const { status } = await ask(scene.here(role), page, { params: { id } });
        if (isRefused(status)) continue;
        expect(status).toBe(200);
        seen.push(page);
      }
      expect({ role, seen }).toEqual({ role, seen: pages });
      const elsewhere = scene.elsewhere(role);
      if (elsewhere) expect((await ask(elsewhere, PAGES[0] ?? '', { params: { id } })).status).toBe(404);
    }
  });
});

describe('a カルテ that the desk entered for a town', () => {
  test.each([
    ['PUT /consultations/{id}/karte', { version: 1, karte: aKarte() }],
    ['GET /consultations/{id}/karte/check', undefined],
    ['POST /consultations/{id}/submit', { version: 1 }],
  ])('%s is for town and desk, not for managers', async (route, body) => {
    const { id } = await scene.aCase({ state: 'draft', proxy: true });
    const letIn: Role[] = [];
    for (const role of ROLES.toReversed()) {
      if (isLetIn((await ask(scene.here(role), route, { params: { id }, ...(body ? { body } : {}) })).status))
        letIn.push(role);
    }
    const writers = ROUTES[route]?.to ?? [];
    expect(letIn.sort()).toEqual([...writers, 'desk'].sort());
  });
});
