import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Config } from '../platform/config.js';
import { DomainError } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { PUBLIC, type SignedInRequest } from './current-actor.js';
import { Sessions } from './sessions.js';

export const SESSION_COOKIE = 'musubi_session';

/** Closes every route to people without a session, unless it is `@Public()`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    this.refuseForeignOrigin(request);
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;

    const token = request.cookies[SESSION_COOKIE];
    const actor = token ? await this.sessions.actor(token) : null;
    if (!token || !actor) {
      throw new DomainError(
        'unauthenticated',
        'no_session',
        'サインインしてください。有効期限が切れた可能性があります。',
      );
    }
    request.actor = actor;
    request.sessionToken = token;
    return true;
  }

  /** A browser on another site may not write with our cookie, whatever its SameSite support. */
  private refuseForeignOrigin({ method, headers }: SignedInRequest): void {
    const origin = headers.origin;
    if (!origin || method === 'GET' || method === 'HEAD') return;
    if (origin !== new URL(this.config.BASE_URL).origin) {
      throw new DomainError('forbidden', 'foreign_origin', '別のサイトからの操作は受け付けられません。');
    }
  }
}
