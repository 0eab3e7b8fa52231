import { Module } from '@nestjs/common';
import { ExportsService } from './exports.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { InviteToSurvey } from './invite-to-survey.job.js';
import { RemindSurvey } from './remind-survey.job.js';
import { ResponseQueries } from './response.queries.js';
import { SatisfactionController } from './satisfaction.controller.js';
import { SatisfactionQueries } from './satisfaction.queries.js';
import { SurveyAnswersController } from './survey-answers.controller.js';
import { SurveyAnswersService } from './survey-answers.service.js';

@Module({
  controllers: [SurveyAnswersController, SatisfactionController, FollowUpsController],
  providers: [
    ...[SurveyAnswersService, InviteToSurvey, RemindSurvey],
    ...[SatisfactionQueries, ResponseQueries, ExportsService, FollowUpsService],
  ],
  exports: [InviteToSurvey, RemindSurvey],
})
export class SurveysModule {}
