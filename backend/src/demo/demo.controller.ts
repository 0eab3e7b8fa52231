import { Body, Controller, Get, Put } from '@nestjs/common';
import type { z } from 'zod';
import { DemoClockState, SetDemoClock } from '../contract/demo.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { DemoClock } from './demo-clock.js';

@Controller('demo')
export class DemoController {
  constructor(private readonly clock: DemoClock) {}

  @Get('clock')
  @Returns(DemoClockState)
  @Does('デモの時計を見る（デモのみ。本番では存在しない）')
  get() {
    return this.clock.get();
  }

  @Put('clock')
  @Returns(DemoClockState)
  @Does('デモの時計を進める（デモの管理者のみ。本番では存在しない）')
  set(@CurrentActor() actor: Actor, @Body({ schema: SetDemoClock }) { aheadDays }: z.infer<typeof SetDemoClock>) {
    return this.clock.set(actor, aheadDays);
  }
}
