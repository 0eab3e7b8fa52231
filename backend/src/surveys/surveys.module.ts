import { Module } from '@nestjs/common';
import { InviteToSurvey } from './invite-to-survey.job.js';
import { RemindSurvey } from './remind-survey.job.js';
import { SurveyAnswersController } from './survey-answers.controller.js';
import { SurveyAnswersService } from './survey-answers.service.js';

@Module({
  controllers: [SurveyAnswersController],
  providers: [SurveyAnswersService, InviteToSurvey, RemindSurvey],
  exports: [InviteToSurvey, RemindSurvey],
})
export class SurveysModule {}
