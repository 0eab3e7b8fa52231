import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  AmendSheet,
  AnswerSheet,
  CaseSheetPage,
  ReasonSheet,
  RecommendSheet,
  SavedSheet,
  SaveSheet,
  StepSheet,
  WithdrawSheet,
} from '../contract/case-sheets.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { CaseSheetQueries } from './case-sheet.queries.js';
import { CaseSheetsService } from './case-sheets.service.js';

const Id = z.uuid();
const Created = z.object({ id: z.uuid() });

@Controller()
export class CaseSheetsController {
  constructor(
    private readonly queries: CaseSheetQueries,
    private readonly sheets: CaseSheetsService,
  ) {}

  @Get('consultations/:id/case-sheet')
  @Returns(CaseSheetPage)
  @Does('相談の事例票を得る')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.of(actor, id);
  }

  @Post('consultations/:id/case-sheet')
  @Returns(Created, 201)
  @Does('相談カルテと回答書から事例票の案を作る')
  async draft(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return { id: await this.sheets.draft(actor, id) };
  }

  @Put('case-sheets/:id')
  @Returns(SavedSheet)
  @Does('事例票の案を保存する')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveSheet }) input: SaveSheet,
  ) {
    return { version: await this.sheets.save(actor, id, input) };
  }

  @Put('case-sheets/:id/words')
  @Returns(SavedSheet)
  @Does('事例票の案を、団体の言葉に直す')
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AmendSheet }) input: AmendSheet,
  ) {
    return { version: await this.sheets.amend(actor, id, input) };
  }

  @Post('case-sheets/:id/ask')
  @HttpCode(204)
  @Does('事例票の案を団体に送り、公表の同意を求める')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepSheet }) input: StepSheet,
  ) {
    await this.sheets.ask(actor, id, input);
  }

  @Post('case-sheets/:id/recall')
  @HttpCode(204)
  @Does('団体への確認の依頼を取り消す')
  async recall(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepSheet }) input: StepSheet,
  ) {
    await this.sheets.recall(actor, id, input);
  }

  @Post('case-sheets/:id/agree')
  @HttpCode(204)
  @Does('事例票の公表に同意する')
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AnswerSheet }) input: AnswerSheet,
  ) {
    await this.sheets.agree(actor, id, input);
  }

  @Post('case-sheets/:id/decline')
  @HttpCode(204)
  @Does('事例票の公表に同意しない')
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonSheet }) input: ReasonSheet,
  ) {
    await this.sheets.decline(actor, id, input);
  }

  @Post('case-sheets/:id/publish')
  @HttpCode(204)
  @Does('同意を得た事例票を好事例として公開する')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepSheet }) input: StepSheet,
  ) {
    await this.sheets.publish(actor, id, input);
  }

  @Post('case-sheets/:id/recommend')
  @HttpCode(204)
  @Does('公開中の事例票を推薦する、又は推薦をやめる')
  async recommend(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecommendSheet }) input: RecommendSheet,
  ) {
    await this.sheets.recommend(actor, id, input);
  }

  @Post('case-sheets/:id/takeOut')
  @HttpCode(204)
  @Does('事例票を案に戻し、公開していれば公開を終える')
  async takeOut(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReasonSheet }) input: ReasonSheet,
  ) {
    await this.sheets.takeOut(actor, id, input);
  }

  @Post('case-sheets/:id/withdraw')
  @HttpCode(204)
  @Does('事例票の公表の同意を撤回する')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WithdrawSheet }) input: WithdrawSheet,
  ) {
    await this.sheets.withdraw(actor, id, input);
  }

  @Post('case-sheets/:id/redraft')
  @HttpCode(204)
  @Does('同意を得られなかった事例票の案を作り直す')
  async redraft(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StepSheet }) input: StepSheet,
  ) {
    await this.sheets.redraft(actor, id, input);
  }
}
