import { Module } from '@nestjs/common';
import { DigestFeed } from './digest-feed.job.js';
import { FeedQueries } from './feed.queries.js';
import { TeamFeedController } from './team-feed.controller.js';

@Module({ controllers: [TeamFeedController], providers: [FeedQueries, DigestFeed] })
export class TeamFeedModule {}
