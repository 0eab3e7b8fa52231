import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

export interface SignedInRequest extends FastifyRequest {
  actor: Actor;
  sessionToken: string;
}

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedInRequest>().actor,
);

export const SessionToken = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<SignedInRequest>().sessionToken,
);

export const PUBLIC = 'public';

/** Opens a route to people who are not signed in. Every other route is closed. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiSecurity({}));
