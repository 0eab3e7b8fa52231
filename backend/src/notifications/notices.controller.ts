import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { NoticeChoices as Chosen, NoticePreferences, Notices, NoticesQuery, UnreadCount } from '../contract/notices.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeChoices } from './notice-choices.service.js';

const Id = z.string().regex(/^[1-9]\d{0,17}$/, '番号が正しくありません');

@Controller('me')
export class NoticesController {
  constructor(
    private readonly queries: NoticeQueries,
    private readonly choices: NoticeChoices,
  ) {}

  @Get('notices')
  @Returns(Notices)
  @Does('自分へのお知らせを得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: NoticesQuery }) query: NoticesQuery) {
    return this.queries.list(actor, query);
  }

  @Get('notices/unread')
  @Returns(UnreadCount)
  @Does('まだ読んでいないお知らせの件数を得る')
  unread(@CurrentActor() actor: Actor) {
    return this.queries.unread(actor);
  }

  @Post('notices/read')
  @HttpCode(204)
  @Does('全てのお知らせを既読にする')
  readAll(@CurrentActor() actor: Actor) {
    return this.choices.read(actor, null);
  }

  @Post('notices/:id/read')
  @HttpCode(204)
  @Does('お知らせを既読にする')
  read(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.choices.read(actor, id);
  }

  @Get('notice-choices')
  @Returns(Chosen)
  @Does('お知らせの受け取り方を得る')
  chosen(@CurrentActor() actor: Actor) {
    return this.choices.choices(actor);
  }

  @Put('notice-choices')
  @HttpCode(204)
  @Does('お知らせの受け取り方を決める')
  choose(@CurrentActor() actor: Actor, @Body({ schema: NoticePreferences }) input: NoticePreferences) {
    return this.choices.choose(actor, input);
  }
}
