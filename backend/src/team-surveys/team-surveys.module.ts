import { Module } from '@nestjs/common';
import { TeamSurveyAnswersController } from './answers.controller.js';
import { TeamSurveyAnswers } from './answers.service.js';
import { TeamSurveyFiles } from './files.service.js';
import { MyTeamSurveyQueries } from './mine.queries.js';
import { PlanService } from './plan.service.js';
import { TeamSurveyReports } from './report.queries.js';
import { TeamSurveyRowQueries } from './rows.queries.js';
import { TeamSurveyQueries } from './team-survey.queries.js';
import { TeamSurveysController } from './team-surveys.controller.js';
import { WatchTeamSurveys } from './watch-team-surveys.job.js';

@Module({
  controllers: [TeamSurveyAnswersController, TeamSurveysController],
  providers: [
    ...[TeamSurveyQueries, PlanService, TeamSurveyAnswers, MyTeamSurveyQueries, WatchTeamSurveys],
    ...[TeamSurveyReports, TeamSurveyRowQueries, TeamSurveyFiles],
  ],
  exports: [WatchTeamSurveys],
})
export class TeamSurveysModule {}
