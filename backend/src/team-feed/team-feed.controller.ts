import { Controller, Get, Query } from '@nestjs/common';
import { FeedQuery, TeamFeed } from '../contract/team-feed.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { FeedQueries } from './feed.queries.js';

@Controller('team-feed')
export class TeamFeedController {
  constructor(private readonly feed: FeedQueries) {}

  @Get()
  @Returns(TeamFeed)
  @Does('チームが共有した取組の一覧を得る（人の名前は含まない）')
  get(@CurrentActor() actor: Actor, @Query({ schema: FeedQuery }) query: FeedQuery) {
    return this.feed.get(actor, query);
  }
}
