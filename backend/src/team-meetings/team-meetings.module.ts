import { Module } from '@nestjs/common';
import { PromiseQueries } from './promise.queries.js';
import { PromisesController } from './promises.controller.js';
import { PromisesService } from './promises.service.js';
import { SharedTextsService } from './shared-texts.service.js';
import { TeamMeetingQueries } from './team-meeting.queries.js';
import { TeamMeetingsController } from './team-meetings.controller.js';
import { TeamMeetingsService } from './team-meetings.service.js';

@Module({
  controllers: [TeamMeetingsController, PromisesController],
  providers: [TeamMeetingQueries, PromiseQueries, TeamMeetingsService, SharedTextsService, PromisesService],
})
export class TeamMeetingsModule {}
