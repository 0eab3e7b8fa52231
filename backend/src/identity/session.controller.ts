import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ChangePassword, Me, Session, SignIn } from '../contract/identity.js';
import { pageOf } from '../contract/paging.js';
import type { Config } from '../platform/config.js';
import { AtMost, Does, Returns } from '../platform/http/route.js';
import { CONFIG } from '../platform/platform.module.js';
import { type Actor, personId } from './actor.js';
import { CurrentActor, Public, SessionToken } from './current-actor.js';
import { MeQueries } from './me.queries.js';
import { PasswordService } from './password.service.js';
import { SESSION_COOKIE } from './session.guard.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordService,
    private readonly queries: MeQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sign-in')
  @Public()
  @AtMost(300)
  @HttpCode(204)
  @Does('サインインする')
  async signIn(
    @Body({ schema: SignIn }) input: z.infer<typeof SignIn>,
    @Headers('user-agent') device: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.signIns.signIn(input.email, input.password, device ?? '');
    const secure = this.config.BASE_URL.startsWith('https:');
    reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }

  @Post('sign-out')
  @HttpCode(204)
  @Does('サインアウトする')
  async signOut(@SessionToken() token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(token);
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @Does('すべての端末からサインアウトする')
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.closeAll(personId(actor));
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Get('me')
  @Returns(Me)
  @Does('自分の氏名、役割、入口を得る')
  me(@CurrentActor() actor: Actor) {
    return this.queries.me(actor);
  }

  @Get('me/sessions')
  @Returns(pageOf(Session))
  @Does('サインイン中の端末の一覧を得る')
  async list(@CurrentActor() actor: Actor, @SessionToken() token: string) {
    const items = await this.sessions.list(personId(actor), token);
    return { items, total: items.length };
  }

  @Post('me/password')
  @AtMost(300)
  @HttpCode(204)
  @Does('自分のパスワードを変更する')
  change(
    @CurrentActor() actor: Actor,
    @SessionToken() token: string,
    @Body({ schema: ChangePassword }) input: z.infer<typeof ChangePassword>,
  ) {
    return this.passwords.change(actor, token, input.current, input.password);
  }
}
