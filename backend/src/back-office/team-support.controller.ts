import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AskedSupport,
  AskSupport,
  SupportFind,
  SupportHints,
  SupportHintsFor,
  TeamSupport,
} from '../contract/back-office.js';
import { Paging } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { AskSupportService } from './ask-support.service.js';
import { SupportHintQueries } from './hints.queries.js';
import { SupportQueries } from './support.queries.js';

const Id = z.uuid();

/** 後方支援 on the page of a team. */
@Controller('teams/:id/support')
export class TeamSupportController {
  constructor(
    private readonly queries: SupportQueries,
    private readonly hints: SupportHintQueries,
    private readonly support: AskSupportService,
  ) {}

  @Get()
  @Returns(TeamSupport)
  @Does('支援チームの後方支援の依頼を得る（支援官、事務局、窓口管理職）')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Paging }) paging: Paging,
  ) {
    return this.queries.ofTeam(actor, id, paging);
  }

  @Get('hints')
  @Returns(SupportHints)
  @Does('依頼しようとする内容に近い施策、好事例、他のチームの解決を得る（支援官）。何も記録しない')
  hintsFor(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SupportHintsFor }) { text }: SupportHintsFor,
  ) {
    return this.hints.of(actor, id, text);
  }

  @Post()
  @Returns(AskedSupport, 201)
  @Does('後方支援を頼む（支援官）。同じ識別子では一度だけ受け付ける')
  ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskSupport }) input: AskSupport,
  ) {
    return this.support.ask(actor, id, input);
  }

  @Post('finds')
  @HttpCode(204)
  @Does('依頼する前に解決したことを記録する（支援官）')
  find(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportFind }) input: SupportFind,
  ) {
    return this.support.find(actor, id, input);
  }
}
