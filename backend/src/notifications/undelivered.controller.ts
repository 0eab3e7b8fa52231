import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SettleMail, Undelivered } from '../contract/deliveries.js';
import { Paging } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { UndeliveredMails } from './undelivered.js';

@Controller('undelivered')
export class UndeliveredController {
  constructor(private readonly undelivered: UndeliveredMails) {}

  @Get()
  @Returns(Undelivered)
  @Does('メールが届かなかった宛先を得る（窓口担当、窓口管理職、管理者には全て。ほかの人には自分宛てかどうかだけ）')
  list(@CurrentActor() actor: Actor, @Query({ schema: Paging }) paging: Paging) {
    return this.undelivered.list(actor, paging);
  }

  @Post(':id/settle')
  @HttpCode(204)
  @Does('届かなかったメールを、記録を残して対応済みにする（窓口担当、窓口管理職、管理者）')
  settle(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: SettleMail }) { note }: SettleMail,
  ) {
    return this.undelivered.settle(actor, id, note);
  }
}
