import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { HandedOver, HandOverPerson, HandOverPreview, LookedAfter, LookedAfterFilter } from '../contract/hand-overs.js';
import { pageOf } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { LookedAfterQueries } from './looked-after.queries.js';
import { PersonHandOverService } from './person-hand-over.service.js';

const Id = z.uuid();

@Controller('hand-overs')
export class HandOversController {
  constructor(
    private readonly queries: LookedAfterQueries,
    private readonly people: PersonHandOverService,
  ) {}

  @Get('people')
  @Returns(pageOf(LookedAfter))
  @Does('引継ぎと不在を扱える人の一覧を得る（管理者、窓口の人については窓口管理職）')
  list(@CurrentActor() actor: Actor, @Query({ schema: LookedAfterFilter }) filter: LookedAfterFilter) {
    return this.queries.list(actor, filter);
  }

  @Get('people/:id')
  @Returns(HandOverPreview)
  @Does('ある人の未了の仕事と、後任にできる人を得る')
  preview(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.people.preview(actor, id);
  }

  @Post('people/:id')
  @Returns(HandedOver, 201)
  @Does('ある人の未了の仕事を後任に引き継ぐ')
  handOver(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandOverPerson }) input: HandOverPerson,
  ) {
    return this.people.handOver(actor, id, input);
  }
}
