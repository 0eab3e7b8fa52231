import { Module } from '@nestjs/common';
import { ActionItemsService } from './action-items.service.js';
import { MeetingQueries } from './meeting.queries.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';

@Module({ controllers: [MeetingsController], providers: [MeetingsService, ActionItemsService, MeetingQueries] })
export class MeetingsModule {}
