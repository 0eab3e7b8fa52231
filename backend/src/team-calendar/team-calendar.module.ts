import { Module } from '@nestjs/common';
import { TeamCalendarController } from './team-calendar.controller.js';
import { TeamCalendarQueries } from './team-calendar.queries.js';
import { TeamFeedsService } from './team-feeds.service.js';

@Module({ controllers: [TeamCalendarController], providers: [TeamCalendarQueries, TeamFeedsService] })
export class TeamCalendarModule {}
