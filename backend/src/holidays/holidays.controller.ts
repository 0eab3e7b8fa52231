import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Day, HolidayCalendar, HolidayFile, HolidayFilter, HolidayInput, HolidayList } from '../contract/calendar.js';
import { HolidayImport, Preview, Recount } from '../contract/deadlines.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { HolidaysService } from './holidays.service.js';

const Version = Preview.extend({ version: z.coerce.number().int(), calendar: HolidayCalendar.default('national') });

@Controller('holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @Returns(HolidayList)
  @Does('行政機関の休日のうち祝日などを年ごとに得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: HolidayFilter }) filter: HolidayFilter) {
    return this.holidays.list(actor, filter);
  }

  @Post('import')
  @HttpCode(200)
  @Returns(HolidayImport)
  @Does('内閣府の CSV を取り込み、対応中の期限を計算し直す。preview では何も変えず、違いと動く期限を得る（管理者）')
  importFile(
    @CurrentActor() actor: Actor,
    @Query({ schema: Preview }) { preview }: z.infer<typeof Preview>,
    @Body({ schema: HolidayFile }) { file, seen }: z.infer<typeof HolidayFile>,
  ) {
    return this.holidays.importFile(actor, file, preview ? null : { seen });
  }

  @Put(':day')
  @Returns(Recount)
  @Does('休日を登録、変更し、対応中の期限を計算し直す。preview では何も変えず、動く期限だけを得る（管理者）')
  put(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: Day }) day: string,
    @Query({ schema: Preview }) { preview }: z.infer<typeof Preview>,
    @Body({ schema: HolidayInput }) input: HolidayInput,
  ) {
    return this.holidays.put(actor, day, input, preview);
  }

  @Delete(':day')
  @Returns(Recount)
  @Does('休日を取り消し、対応中の期限を計算し直す。preview では何も変えず、動く期限だけを得る（管理者）')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('day', { schema: Day }) day: string,
    @Query({ schema: Version }) { version, calendar, preview }: z.infer<typeof Version>,
  ) {
    return this.holidays.cancel(actor, { calendar, day }, version, preview);
  }
}
