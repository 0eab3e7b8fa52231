import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  DivisionToHandOver,
  HandedOver,
  HandOverDivision,
  HandOverPerson,
  HandOverPreview,
  LookedAfter,
  LookedAfterFilter,
} from '../contract/hand-overs.js';
import { pageOf } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { DivisionQueries } from './division.queries.js';
import { DivisionHandOverService } from './division-hand-over.service.js';
import { Leaving } from './leaving.js';
import { LookedAfterQueries } from './looked-after.queries.js';
import { PersonHandOverService } from './person-hand-over.service.js';

const Id = z.uuid();
const DivisionId = z.string().min(1).max(100);

@Controller('hand-overs')
export class HandOversController {
  constructor(
    private readonly queries: LookedAfterQueries,
    private readonly people: PersonHandOverService,
    private readonly leaving: Leaving,
    private readonly divisionQueries: DivisionQueries,
    private readonly divisions: DivisionHandOverService,
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

  @Post('people/:id/stay')
  @HttpCode(204)
  @Does('利用を停止する予定を取り消す（管理者）')
  stay(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.leaving.callOff(actor, id);
  }

  @Get('divisions')
  @Returns(pageOf(DivisionToHandOver))
  @Does('引き継げる課室の一覧を得る（管理者、自府省庁については府省庁）')
  divisionList(@CurrentActor() actor: Actor, @Query({ schema: LookedAfterFilter }) filter: LookedAfterFilter) {
    return this.divisionQueries.list(actor, filter);
  }

  @Get('divisions/:id')
  @Returns(HandOverPreview)
  @Does('ある課室に残っているものと、引継ぎ先にできる課室を得る')
  divisionPreview(@CurrentActor() actor: Actor, @Param('id', { schema: DivisionId }) id: string) {
    return this.divisions.preview(actor, id);
  }

  @Post('divisions/:id')
  @Returns(HandedOver, 201)
  @Does('ある課室に残っているものを、後継の課室に引き継ぐ')
  handOverDivision(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: DivisionId }) id: string,
    @Body({ schema: HandOverDivision }) input: HandOverDivision,
  ) {
    return this.divisions.handOver(actor, id, input);
  }
}
