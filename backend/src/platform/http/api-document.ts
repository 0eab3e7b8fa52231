import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../contract/problem.js';

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
  const { $schema: _, ...problem } = z.toJSONSchema(Problem);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem as object },
  };
  return document;
}

export function serveApiDocument(app: INestApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  let document: OpenAPIObject | undefined;
  server.get('/api/openapi.json', async () => {
    document ??= apiDocument(app);
    return document;
  });
}
