import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type Answer, testApi } from '../api.js';
import { testDatabase } from '../database.js';
import { ROUTES } from './routes/all.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const api = testApi(testDatabase());
let answer: Answer<OpenAPIObject>;
let operations: { name: string; operation: Operation }[];

beforeAll(async () => {
  answer = await api.nobody.get<OpenAPIObject>('/openapi.json');
  operations = Object.entries(answer.body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`,
      operation: operation as Operation,
    })),
  );
});

/** The routes for which something is missing. */
const lacking = (has: (operation: Operation, name: string) => unknown) =>
  operations.filter(({ name, operation }) => !has(operation, name)).map(({ name }) => name);

const contentOf = (operation: Operation, status: string): Record<string, { schema?: unknown }> => {
  const response = operation.responses[status];
  return response && 'content' in response ? (response.content ?? {}) : {};
};

describe('the API document', () => {
  it('is served to everybody', () => {
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  it('is a valid OpenAPI 3 document', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(answer.body) as never);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(answer.body.openapi).toMatch(/^3\./);
  });

  it('says in one Japanese line what each route does', () => {
    expect(lacking(({ summary }) => /^\p{Script=Han}|[ぁ-んァ-ヶ]/u.test(summary ?? ''))).toEqual([]);
    expect(lacking(({ summary }) => !summary?.includes('\n'))).toEqual([]);
  });

  it('gives each route a name of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => !id || ids.indexOf(id) !== index)).toEqual([]);
  });

  it('describes each answer: a schema, a file, or nothing to say', () => {
    const isDescribed = (operation: Operation) => {
      const good = Object.keys(operation.responses).filter((status) => /^2/.test(status));
      const [status = ''] = good;
      const contents = Object.values(contentOf(operation, status));
      return good.length === 1 && (status === '204' ? contents.length === 0 : contents.some(({ schema }) => schema));
    };
    expect(lacking(isDescribed)).toEqual([]);
  });

  it('describes each refusal as a problem', () => {
    const problem = { schema: { $ref: '#/components/schemas/Problem' } };
    for (const status of ['400', '401', '403', '404', '409', '422', 'default']) {
      expect(
        lacking(
          (operation) =>
            JSON.stringify(contentOf(operation, status)['application/problem+json']) === JSON.stringify(problem),
        ),
      ).toEqual([]);
    }
    expect(answer.body.components?.schemas?.Problem).toMatchObject({ type: 'object' });
  });

  it('describes what is sent, wherever something is sent', () => {
    const sent = new Set(Object.keys(ROUTES).filter((name) => /^(POST|PUT) /.test(name)));
    const described = operations.filter(({ operation }) => operation.requestBody).map(({ name }) => name);
    expect(described.filter((name) => !sent.has(name))).toEqual([]);
    expect(
      lacking((operation, name) => {
        if (!sent.has(name) || BARE.includes(name)) return true;
        const body = operation.requestBody;
        return body && 'content' in body && Object.values(body.content).every(({ schema }) => schema);
      }),
    ).toEqual([]);
  });

  it('names every part of an address', () => {
    expect(
      lacking((operation, name) => {
        const named = (operation.parameters ?? []).flatMap((one) =>
          'in' in one && one.in === 'path' ? [one.name] : [],
        );
        return [...name.matchAll(/\{(\w+)\}/g)].every(([, part]) => named.includes(part ?? ''));
      }),
    ).toEqual([]);
  });

  it('says which routes need no session', () => {
    const asksForNothing = ({ security }: Operation) => security?.some((one) => Object.keys(one).length === 0);
    const open = operations.filter(({ operation }) => asksForNothing(operation)).map(({ name }) => name);
    const table = Object.entries(ROUTES).flatMap(([name, { to }]) => (to === 'anybody' ? [name] : []));
    expect([...open, 'GET /openapi.json'].sort()).toEqual(table.sort());
  });
});

/** A step that says all by its address. */
const BARE = [
  'POST /sign-out',
  'POST /sign-out-everywhere',
  'POST /people/{id}/invitations',
  'POST /hand-overs/people/{id}/stay',
  'POST /applications/{id}/requestReview',
  'POST /consultations/{id}/requestReview',
  'POST /consultations/{id}/case-sheet',
  'POST /consultations/{id}/reply',
  'POST /consultations/{id}/reply/refresh',
  'POST /consultations/{id}/reply/recall-approval',
  'POST /inquiries/{id}/acknowledge',
  'POST /action-items/{id}/finish',
  'POST /satisfaction/follow-ups/{id}/take',
  'POST /me/notices/read',
  'POST /me/notices/{id}/read',
  'POST /queue/failed/{id}/retry',
  'PUT /measure-basket/{id}',
  'POST /measure-imports/{id}/apply',
  'POST /routing-rules/{id}/end',
  'POST /proposals/{id}/stop',
  'POST /teams/{id}/calendar-feed',
  'POST /team-posts/{id}/withdraw',
  'POST /promises/{id}/finish',
  'POST /promises/{id}/reopen',
  'POST /support-requests/{id}/accept',
];
