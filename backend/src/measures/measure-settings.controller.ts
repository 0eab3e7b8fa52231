import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { CurrentMeasureSettings, MeasureSettings } from '../contract/measures.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { MeasureSettingsService } from './measure-settings.service.js';

@Controller('measure-settings')
export class MeasureSettingsController {
  constructor(private readonly settings: MeasureSettingsService) {}

  @Get()
  @Returns(CurrentMeasureSettings)
  @Does('施策の公開の設定を得る')
  get(@CurrentActor() actor: Actor) {
    return this.settings.get(actor);
  }

  @Put()
  @HttpCode(204)
  @Does('施策をサインインなしで読めるようにする、又はやめる（管理者）')
  update(@CurrentActor() actor: Actor, @Body({ schema: MeasureSettings }) input: MeasureSettings) {
    return this.settings.update(actor, input);
  }
}
