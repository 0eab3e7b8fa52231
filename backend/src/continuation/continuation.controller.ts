import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  ApplicationOrigin,
  Continuation,
  Continuations,
  DecideContinuation,
  WishContinuation,
} from '../contract/continuation.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ContinuationQueries } from './continuation.queries.js';
import { ContinuationService } from './continuation.service.js';

const Id = z.uuid();

@Controller()
export class ContinuationController {
  constructor(
    private readonly queries: ContinuationQueries,
    private readonly continuation: ContinuationService,
  ) {}

  @Get('rounds/:id/continuation')
  @Returns(Continuations)
  @Does('継続を希望する団体の一覧を、年数と決定とともに得る（事務局、窓口管理職）')
  ofRound(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.ofRound(actor, id);
  }

  @Get('teams/:id/continuation')
  @Returns(Continuation)
  @Does('チームの継続の希望と決定を得る（団体、事務局）')
  ofTeam(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.ofTeam(actor, id);
  }

  @Put('teams/:id/continuation')
  @HttpCode(204)
  @Does('次年度以降の継続の希望を伝える（団体）')
  wish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WishContinuation }) wish: WishContinuation,
  ) {
    return this.continuation.wish(actor, id, wish);
  }

  @Post('teams/:id/continuation/decision')
  @Returns(z.object({ applicationId: Id.nullable() }), 201)
  @Does('次の年度に引き継ぐか決める。引き継ぐ団体には、応募の下書きができる（事務局）')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideContinuation }) decision: DecideContinuation,
  ) {
    return { applicationId: await this.continuation.decide(actor, id, decision) };
  }

  @Get('applications/:id/origin')
  @Returns(ApplicationOrigin)
  @Does('応募が引き継いだチームを得る')
  originOf(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.originOf(actor, id);
  }
}
