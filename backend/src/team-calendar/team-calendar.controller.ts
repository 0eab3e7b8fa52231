import { Controller, Delete, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { CalendarFeed, TeamCalendar } from '../contract/team-calendar.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor, Public } from '../identity/current-actor.js';
import { AtMost, Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { TeamCalendarQueries } from './team-calendar.queries.js';
import { TeamFeedsService } from './team-feeds.service.js';

const Id = z.uuid();
const File = z.string().regex(/^[\w-]{43}\.ics$/);

@Controller()
export class TeamCalendarController {
  constructor(
    private readonly queries: TeamCalendarQueries,
    private readonly feeds: TeamFeedsService,
  ) {}

  @Get('teams/:id/calendar')
  @Returns(TeamCalendar)
  @Does('支援チームの年間の予定を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post('teams/:id/calendar-feed')
  @Returns(CalendarFeed, 201)
  @Does('カレンダーで購読するための秘密のアドレスを作る（前のアドレスは使えなくなる）')
  async makeFeed(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return { url: await this.feeds.make(actor, id) };
  }

  @Delete('teams/:id/calendar-feed')
  @HttpCode(204)
  @Does('カレンダーの秘密のアドレスを使えなくする')
  endFeed(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.feeds.end(actor, id);
  }

  @Get('public/team-calendars/:file')
  @Public()
  @AtMost(120)
  @ReturnsFile('text/calendar')
  @Does('秘密のアドレスで、支援チームの予定をカレンダーの形で得る')
  async feed(@Param('file', { schema: File }) file: string) {
    const text = await this.feeds.read(file.slice(0, -'.ics'.length));
    return new StreamableFile(Buffer.from(text), {
      type: 'text/calendar; charset=utf-8',
      disposition: 'inline; filename="team.ics"',
    });
  }
}
