import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { CurrentReplySettings, ReplySettings } from '../contract/replies.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ReplySettingsService } from './reply-settings.service.js';

@Controller('reply-settings')
export class ReplySettingsController {
  constructor(private readonly settings: ReplySettingsService) {}

  @Get()
  @Returns(CurrentReplySettings)
  @Does('回答書の設定（決裁の段数、文書番号、発信者、問合せ先）を得る')
  get(@CurrentActor() actor: Actor) {
    return this.settings.get(actor);
  }

  @Put()
  @HttpCode(204)
  @Does('回答書の設定を変更する（管理者）')
  update(@CurrentActor() actor: Actor, @Body({ schema: ReplySettings }) input: ReplySettings) {
    return this.settings.update(actor, input);
  }
}
