import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CloseFollowUp, FollowUpFilter, FollowUpPage } from '../contract/satisfaction.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { FollowUpsService } from './follow-ups.service.js';

@Controller('satisfaction/follow-ups')
export class FollowUpsController {
  constructor(private readonly tasks: FollowUpsService) {}

  @Get()
  @Returns(FollowUpPage)
  @Does('低い評価への対応の一覧を得る（窓口管理職）')
  list(@CurrentActor() actor: Actor, @Query({ schema: FollowUpFilter }) filter: FollowUpFilter) {
    return this.tasks.list(actor, filter);
  }

  @Post(':id/take')
  @HttpCode(204)
  @Does('低い評価への対応を引き受ける（窓口管理職）')
  take(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.tasks.take(actor, id);
  }

  @Post(':id/close')
  @HttpCode(204)
  @Does('低い評価への対応を、記録を残して完了する（窓口管理職）')
  close(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: CloseFollowUp }) { note }: CloseFollowUp,
  ) {
    return this.tasks.close(actor, id, note);
  }
}
