import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../contract/problem.js';

type PathItem = OpenAPIObject['paths'][string];

/** The OpenAPI document of every route, made from the routes themselves. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Musubi API')
    .setDescription('「新結合」相談窓口の業務 API。拒否は application/problem+json で返します。')
    .setVersion('1')
    .addCookieAuth('musubi_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, settings);
  const refusals = z.registry<{ id: string }>().add(Problem, { id: 'Problem' });
  const { schemas } = z.toJSONSchema(refusals, { target: 'openapi-3.0' });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...(schemas as object) },
  };
  for (const operation of Object.values(document.paths).flatMap(operationsOf)) {
    const answers = Object.keys(operation.responses).some((status) => status.startsWith('2'));
    if (!answers) operation.responses[204] = { description: '成功（返す内容なし）' };
  }
  return document;
}

const operationsOf = ({ get, post, put, delete: remove }: PathItem) =>
  [get, post, put, remove].filter((operation) => operation !== undefined);

export function serveApiDocument(app: INestApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  let document: OpenAPIObject | undefined;
  server.get('/api/openapi.json', async () => {
    document ??= apiDocument(app);
    return document;
  });
}
