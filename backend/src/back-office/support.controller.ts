import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AnswerTeam,
  RateSupport,
  SupportFilter,
  SupportPage,
  SupportRequest,
  SupportSettings,
  SupportUsage,
  UsageExport,
  UsageFilter,
  WithdrawSupport,
} from '../contract/back-office.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { csvFile } from '../platform/http/csv-file.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { SupportQueries } from './support.queries.js';
import { SupportService } from './support.service.js';
import { SupportSettingsService } from './support-settings.service.js';
import { UsageQueries } from './usage.queries.js';

const Id = z.uuid();

@Controller()
export class SupportController {
  constructor(
    private readonly queries: SupportQueries,
    private readonly support: SupportService,
    private readonly usages: UsageQueries,
    private readonly settings: SupportSettingsService,
  ) {}

  @Get('support-requests')
  @Returns(SupportPage)
  @Does('後方支援の依頼の一覧を得る（事務局、窓口管理職）')
  list(@CurrentActor() actor: Actor, @Query({ schema: SupportFilter }) filter: SupportFilter) {
    return this.queries.list(actor, filter);
  }

  @Get('support-requests/:id')
  @Returns(SupportRequest)
  @Does('後方支援の依頼を、回答とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post('support-requests/:id/accept')
  @HttpCode(204)
  @Does('後方支援の依頼を受け持つ（事務局）')
  async accept(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    await this.support.accept(actor, id);
  }

  @Post('support-requests/:id/answer')
  @HttpCode(204)
  @Does('支援チームに回答する（事務局）')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AnswerTeam }) input: AnswerTeam,
  ) {
    await this.support.answer(actor, id, input);
  }

  @Post('support-requests/:id/withdraw')
  @HttpCode(204)
  @Does('後方支援の依頼を取り下げる（支援官）')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WithdrawSupport }) { reason }: z.infer<typeof WithdrawSupport>,
  ) {
    await this.support.withdraw(actor, id, reason);
  }

  @Put('support-requests/:id/usefulness')
  @HttpCode(204)
  @Does('後方支援の役立ち度を知らせる（支援官）')
  async rate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RateSupport }) input: RateSupport,
  ) {
    await this.support.rate(actor, id, input);
  }

  @Get('support-usage')
  @Returns(SupportUsage)
  @Does('後方支援の利用状況を、チームごとに得る（事務局、窓口管理職）')
  usage(@CurrentActor() actor: Actor, @Query({ schema: UsageFilter }) { roundId }: UsageFilter) {
    return this.usages.usage(actor, roundId);
  }

  @Get('support-usage.csv')
  @ReturnsFile('text/csv')
  @Does('後方支援の利用状況をCSVで得る（事務局、窓口管理職）')
  async csv(
    @CurrentActor() actor: Actor,
    @Query({ schema: UsageExport }) { encoding, roundId }: z.infer<typeof UsageExport>,
  ) {
    return csvFile('support-usage', await this.usages.csv(actor, roundId), { encoding });
  }

  @Put('support-settings')
  @HttpCode(204)
  @Does('使っていないチームに案内するまでの日数を決める（事務局）')
  set(@CurrentActor() actor: Actor, @Body({ schema: SupportSettings }) input: SupportSettings) {
    return this.settings.put(actor, input);
  }
}
