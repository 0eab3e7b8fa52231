import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Day, HolidayFilter, HolidayInput, HolidayList } from '../contract/calendar.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { HolidaysService } from './holidays.service.js';

const Version = z.object({ version: z.coerce.number().int() });

@Controller('holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @Returns(HolidayList)
  @Does('行政機関の休日のうち祝日などを年ごとに得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: HolidayFilter }) filter: HolidayFilter) {
    return this.holidays.list(actor, filter);
  }

  @Put(':day')
  @HttpCode(204)
  @Does('休日を登録、変更する（管理者）')
  put(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: Day }) day: string,
    @Body({ schema: HolidayInput }) input: HolidayInput,
  ) {
    return this.holidays.put(actor, day, input);
  }

  @Delete(':day')
  @HttpCode(204)
  @Does('休日を取り消す（管理者）')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: Day }) day: string,
    @Query({ schema: Version }) { version }: z.infer<typeof Version>,
  ) {
    return this.holidays.cancel(actor, day, version);
  }
}
