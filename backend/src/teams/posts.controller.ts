import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Paging } from '../contract/paging.js';
import { PostToTeam, TeamPosts } from '../contract/team-posts.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { PostsService } from './posts.service.js';

const Id = z.uuid();

@Controller()
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  @Get('teams/:id/posts')
  @Returns(TeamPosts)
  @Does('支援チームの会話を、新しい順に得る')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Paging }) paging: Paging,
  ) {
    return this.posts.list(actor, id, paging);
  }

  @Post('teams/:id/posts')
  @HttpCode(204)
  @Does('支援チームの会話に書き込む')
  post(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PostToTeam }) input: PostToTeam,
  ) {
    return this.posts.post(actor, id, input);
  }

  @Post('team-posts/:id/withdraw')
  @HttpCode(204)
  @Does('会話の自分の書込みを取り下げる')
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.posts.withdraw(actor, id);
  }
}
