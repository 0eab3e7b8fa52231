import 'reflect-metadata';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { ConsoleLogger, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import { serveApiDocument } from './platform/http/api-document.js';
import { InputPipe } from './platform/http/input.pipe.js';
import { inputWords } from './platform/http/input-words.js';
import { ProblemFilter, refuseAddress } from './platform/http/problem.filter.js';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** The whole HTTP application, not yet listening: its table of contents. */
export async function createApi(): Promise<NestFastifyApplication> {
  z.config({ ...z.locales.ja(), customError: inputWords });
  const adapter = new FastifyAdapter({
    trustProxy: true,
    bodyLimit: 1024 * 1024,
    frameworkErrors: refuseAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger: new ConsoleLogger({ json: true, logLevels: ['error', 'warn'] }),
    bodyParser: false,
  });
  // JSON and uploads only: what a plain form of another site can send is no input.
  adapter.getInstance().removeContentTypeParser('text/plain');
  app.setGlobalPrefix('api');
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: false, hsts: false });
  await app.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 1 },
  });
  await app.register(rateLimit, {
    max: 60,
    timeWindow: '1 minute',
    global: false,
  });
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.enableShutdownHooks();
  serveApiDocument(app);
  return app;
}
