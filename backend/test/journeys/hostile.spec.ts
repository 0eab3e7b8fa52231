import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Answer, testApi } from '../api.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { asker } from './ask.js';
import { ROUTES } from './routes/all.js';
import type { Call, Route } from './routes/route.js';
import { aScene, type Scene } from './scene.js';

const db = testDatabase();
const api = testApi(db);
const ask = asker(api);
let scene: Scene;
let documented: OpenAPIObject;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  scene = await aScene(db());
  documented = (await api.nobody.get<OpenAPIObject>('/openapi.json')).body;
});

const IDS = [
  '\u0000',
  'x\u0000',
  '１２３',
  '💥',
  '..',
  '../../people',
  "' OR 1=1 --",
  '%',
  'x'.repeat(3000),
  '-1',
  '1e9',
  'NaN',
];
const WORDS = [
  ...IDS,
  '',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '1e21',
  '2147483648',
  '%_\\',
  '\u202e',
];
/** Those that might be taken come last: after them the thing has changed. */
const VALUES = [
  ...['\u0000', '\ud800', '結\u0000ぶ', 'x'.repeat(20_000), '0000-01-01', '0001-01-01', '9999-12-31'],
  ...[2 ** 31, 1e21, 2 ** 53, -1, 0.5, null, [], {}, [[]], ['\u0000'], { '\u0000': '\u0000' }],
  ...['💥'.repeat(2000), '', 0, true],
];

/** As whom the route can be called at all. */
const callerOf = ({ to }: Route) => (to === 'anybody' ? null : scene.here(to[0] ?? 'admin'));
const make = async (route: Route): Promise<Call> =>
  (await route.make?.(scene, route.to === 'anybody' ? 'desk' : (route.to[0] ?? 'admin'))) ?? {};

/** The paths of all values in a body. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || value instanceof FormData) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))];
}

/** Of the many places of a form a few, everywhere in it. */
const some = (paths: string[][]) => paths.filter((_, index) => index % Math.ceil(paths.length / 20) === 0);

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const operationOf = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  return documented.paths[`/api${path}`]?.[method.toLowerCase() as 'get'];
};

const queriesOf = (route: string): string[] =>
  (operationOf(route)?.parameters ?? []).flatMap((one) => ('in' in one && one.in === 'query' ? [one.name] : []));

/** Whether a route may answer so: a refusal in Japanese words, or a success that the document knows. */
function isFit({ status, headers, problem }: Answer, route: string): boolean {
  if (status < 400) return !operationOf(route) || Boolean(operationOf(route)?.responses[status]);
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  return status < 500 && isProblem && problem.status === status && /[ぁ-ん]/.test(problem.detail);
}

describe.each(Object.entries(ROUTES))('%s', (name, route) => {
  test('refuses whatever is nonsense, and never breaks', async () => {
    const broken: string[] = [];
    const person = callerOf(route);
    const call = await make(route);
    const note = async (what: string, odd: Call) => {
      const answer = await ask(person, name, odd);
      if (!isFit(answer, name)) broken.push(`${answer.status} ${what.slice(0, 80)} ${answer.text.slice(0, 60)}`);
    };
    for (const key of Object.keys(call.params ?? {})) {
      for (const id of IDS)
        await note(`{${key}} ${JSON.stringify(id)}`, { ...call, params: { ...call.params, [key]: id } });
    }
    for (const key of queriesOf(name)) {
      for (const word of WORDS)
        await note(`?${key}=${JSON.stringify(word)}`, { ...call, query: { ...call.query, [key]: word } });
    }
    for (const path of call.body ? some(leaves(call.body)) : []) {
      const fresh = await make(route);
      for (const value of VALUES) {
        if (path.length === 0 && (typeof value !== 'object' || value === null)) continue;
        await note(`${path.join('.')} = ${JSON.stringify(value)}`, {
          ...fresh,
          body: replaced(fresh.body, path, value) as object,
        });
      }
    }
    expect(broken).toEqual([]);
  });
});
