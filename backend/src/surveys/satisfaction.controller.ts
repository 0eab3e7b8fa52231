import { Controller, Get, Query } from '@nestjs/common';
import {
  ResponseExport,
  ResponseFilter,
  SatisfactionExport,
  SatisfactionFilter,
  SatisfactionReport,
  SurveyInvitationPage,
  SurveyResponsePage,
} from '../contract/satisfaction.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { csvFile } from '../platform/http/csv-file.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { ExportsService } from './exports.service.js';
import { ResponseQueries } from './response.queries.js';
import { SatisfactionQueries } from './satisfaction.queries.js';

@Controller()
export class SatisfactionController {
  constructor(
    private readonly figures: SatisfactionQueries,
    private readonly rows: ResponseQueries,
    private readonly exports: ExportsService,
  ) {}

  @Get('satisfaction')
  @Returns(SatisfactionReport)
  @Does('満足度の集計を得る（窓口担当、窓口管理職、事務局）')
  report(@CurrentActor() actor: Actor, @Query({ schema: SatisfactionFilter }) filter: SatisfactionFilter) {
    return this.figures.report(actor, filter);
  }

  @Get('satisfaction.csv')
  @ReturnsFile('text/csv')
  @Does('満足度の集計を CSV で得る')
  async reportCsv(@CurrentActor() actor: Actor, @Query({ schema: SatisfactionExport }) filter: SatisfactionExport) {
    const { encoding, ...conditions } = filter;
    return csvFile('satisfaction', await this.exports.report(actor, conditions), { encoding });
  }

  @Get('satisfaction/responses')
  @Returns(SurveyResponsePage)
  @Does('集計の基になった回答の一覧を得る（窓口管理職）')
  responses(@CurrentActor() actor: Actor, @Query({ schema: ResponseFilter }) filter: ResponseFilter) {
    return this.rows.responses(actor, filter);
  }

  @Get('satisfaction/responses.csv')
  @ReturnsFile('text/csv')
  @Does('集計の基になった回答を CSV で得る（窓口管理職）')
  async responsesCsv(@CurrentActor() actor: Actor, @Query({ schema: ResponseExport }) filter: ResponseExport) {
    const { encoding, ...conditions } = filter;
    return csvFile('satisfaction-responses', await this.exports.responses(actor, conditions), { encoding });
  }

  @Get('satisfaction/invitations')
  @Returns(SurveyInvitationPage)
  @Does('調査の依頼の一覧を得る（窓口管理職）')
  invitations(@CurrentActor() actor: Actor, @Query({ schema: ResponseFilter }) filter: ResponseFilter) {
    return this.rows.invitations(actor, filter);
  }
}
