import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { CsvEncoding } from '../contract/csv.js';
import {
  MyTeamSurveys,
  PlanTeamSurvey,
  TeamSurveyReport,
  TeamSurveyRows,
  TeamSurveyRowsExport,
  TeamSurveyRowsFilter,
  TeamSurveys,
} from '../contract/team-surveys.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { csvFile } from '../platform/http/csv-file.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { TeamSurveyFiles } from './files.service.js';
import { MyTeamSurveyQueries } from './mine.queries.js';
import { PlanService } from './plan.service.js';
import { TeamSurveyReports } from './report.queries.js';
import { TeamSurveyRowQueries } from './rows.queries.js';
import { TeamSurveyQueries } from './team-survey.queries.js';

const Id = z.uuid();

@Controller()
export class TeamSurveysController {
  constructor(
    private readonly surveys: TeamSurveyQueries,
    private readonly plans: PlanService,
    private readonly reports: TeamSurveyReports,
    private readonly rows: TeamSurveyRowQueries,
    private readonly files: TeamSurveyFiles,
    private readonly mine: MyTeamSurveyQueries,
  ) {}

  @Get('rounds/:id/team-surveys')
  @Returns(TeamSurveys)
  @Does('年度の四つの調査（市町村と支援官、中間と期末）を得る（事務局、窓口管理職）')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.surveys.list(actor, id);
  }

  @Put('rounds/:id/team-surveys')
  @Returns(z.object({ id: Id }))
  @Does('調査の開始日と期限を定め、又は変える（事務局）')
  async plan(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PlanTeamSurvey }) plan: PlanTeamSurvey,
  ) {
    return { id: await this.plans.plan(actor, id, plan) };
  }

  @Get('team-surveys/:id')
  @Returns(TeamSurveyReport)
  @Does('伴走支援の調査の集計を得る（事務局、窓口管理職。締切の後）')
  report(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.reports.report(actor, id);
  }

  @Get('team-surveys/:id/figures.csv')
  @ReturnsFile('text/csv')
  @Does('伴走支援の調査の集計を CSV で得る')
  async figures(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CsvEncoding }) encoding: CsvEncoding,
  ) {
    return csvFile('team-survey', await this.files.figures(actor, id), encoding);
  }

  @Get('team-surveys/:id/responses')
  @Returns(TeamSurveyRows)
  @Does('集計の基になった回答を、名前と自由記述なしで得る')
  responses(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: TeamSurveyRowsFilter }) filter: TeamSurveyRowsFilter,
  ) {
    return this.rows.rows(actor, id, filter);
  }

  @Get('team-surveys/:id/responses.csv')
  @ReturnsFile('text/csv')
  @Does('集計の基になった回答を、名前と自由記述なしの CSV で得る')
  async responsesCsv(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: TeamSurveyRowsExport }) { encoding, ...filter }: TeamSurveyRowsExport,
  ) {
    return csvFile('team-survey-responses', await this.files.answers(actor, id, filter), { encoding });
  }

  @Get('teams/:id/surveys')
  @Returns(MyTeamSurveys)
  @Does('自分が回答する調査を、チームについて得る')
  ofTeam(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.mine.of(actor, id);
  }
}
