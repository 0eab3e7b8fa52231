import { Module } from '@nestjs/common';
import { SurveyDefinitionsService } from './definitions.service.js';
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
import { SurveyDefinitionsController } from './survey-definitions.controller.js';

@Module({
  controllers: [SurveyAnswersController, SatisfactionController, FollowUpsController, SurveyDefinitionsController],
  providers: [
    ...[SurveyAnswersService, InviteToSurvey, RemindSurvey],
    ...[SatisfactionQueries, ResponseQueries, ExportsService, FollowUpsService, SurveyDefinitionsService],
  ],
  exports: [InviteToSurvey, RemindSurvey],
})
export class SurveysModule {}
