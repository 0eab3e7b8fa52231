import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Paging } from '../contract/paging.js';
import { AddPromise, TeamPromises } from '../contract/team-meetings.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { PromiseQueries } from './promise.queries.js';
import { PromisesService } from './promises.service.js';

const Id = z.uuid();

@Controller()
export class PromisesController {
  constructor(
    private readonly queries: PromiseQueries,
    private readonly promises: PromisesService,
  ) {}

  @Get('teams/:id/promises')
  @Returns(TeamPromises)
  @Does('支援チームの約束を、済んでいないものから得る')
  ofTeam(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Paging }) paging: Paging,
  ) {
    return this.queries.ofTeam(actor, id, paging);
  }

  @Post('teams/:id/promises')
  @HttpCode(204)
  @Does('支援チームの約束を加える')
  add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AddPromise }) input: AddPromise,
  ) {
    return this.promises.add(actor, id, input);
  }

  @Get('me/promises')
  @Returns(TeamPromises)
  @Does('自分又は自分の団体が担当する、済んでいない約束を得る')
  mine(@CurrentActor() actor: Actor, @Query({ schema: Paging }) paging: Paging) {
    return this.queries.mine(actor, paging);
  }

  @Post('promises/:id/finish')
  @HttpCode(204)
  @Does('約束を済ませたと記録する')
  finish(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.promises.finish(actor, id);
  }

  @Post('promises/:id/reopen')
  @HttpCode(204)
  @Does('済んだとした約束を、済んでいない状態に戻す')
  reopen(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.promises.reopen(actor, id);
  }
}
