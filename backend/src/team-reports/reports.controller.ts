import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  NewReport,
  ReasonReport,
  RefillReport,
  SavedReport,
  SaveReport,
  StepReport,
  TeamReport,
  TeamReports,
} from '../contract/team-reports.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ReportQueries } from './report.queries.js';
import { ReportsService } from './reports.service.js';

const Id = z.uuid();

@Controller()
export class ReportsController {
  constructor(
    private readonly queries: ReportQueries,
    private readonly reports: ReportsService,
  ) {}

  @Get('teams/:id/reports')
  @Returns(TeamReports)
  @Does('支援チームの中間報告と最終報告の状況を得る')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.list(actor, id);
  }

  @Post('teams/:id/reports')
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('支援チームの記録から、報告の案を作る')
  async begin(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewReport }) input: NewReport,
  ) {
    return { id: await this.reports.begin(actor, id, input) };
  }

  @Get('team-reports/:id')
  @Returns(TeamReport)
  @Does('報告を、前回の読込みの後に加わった記録とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put('team-reports/:id')
  @Returns(SavedReport)
  @Does('報告の案を保存する')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveReport }) input: SaveReport,
  ) {
    return { version: await this.reports.save(actor, id, input) };
  }

  @Post('team-reports/:id/refill')
  @Returns(SavedReport)
  @HttpCode(200)
  @Does('書き換えていない欄を記録から作り直し、選んだ欄の末尾に新しい記録を加える')
  async refill(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RefillReport }) input: RefillReport,
  ) {
    return { version: await this.reports.refill(actor, id, input) };
  }

  @Post('team-reports/:id/propose')
  @HttpCode(204)
  @Does('報告の案について団体に同意を求める（支援官）')
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepReport }) input: StepReport,
  ) {
    await this.reports.propose(actor, id, input);
  }

  @Post('team-reports/:id/recall')
  @HttpCode(204)
  @Does('団体への確認の依頼を取り消し、報告を作成中に戻す（支援官）')
  async recall(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepReport }) input: StepReport,
  ) {
    await this.reports.recall(actor, id, input);
  }

  @Post('team-reports/:id/agree')
  @HttpCode(204)
  @Does('報告に同意する（団体の承認者）')
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepReport }) input: StepReport,
  ) {
    await this.reports.agree(actor, id, input);
  }

  @Post('team-reports/:id/sendBack')
  @HttpCode(204)
  @Does('報告を理由とともに差し戻す（団体の承認者）')
  async sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonReport }) input: ReasonReport,
  ) {
    await this.reports.sendBack(actor, id, input);
  }

  @Post('team-reports/:id/close')
  @HttpCode(204)
  @Does('団体が同意した報告を受理する（事務局）')
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepReport }) input: StepReport,
  ) {
    await this.reports.close(actor, id, input);
  }

  @Post('team-reports/:id/reopen')
  @HttpCode(204)
  @Does('同意又は受理を終えた報告を、理由とともに作成中に戻す（事務局）')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonReport }) input: ReasonReport,
  ) {
    await this.reports.reopen(actor, id, input);
  }
}
