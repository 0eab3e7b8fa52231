import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  BareStep,
  GuideStep,
  MergeStep,
  ReasonedStep,
  RemarkedStep,
  ReturnStep,
} from '../contract/consultation-steps.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does } from '../platform/http/route.js';
import { MergeService } from './merge.service.js';
import { ReopeningService } from './reopening.service.js';
import { StepsService } from './steps.service.js';

const Id = { schema: z.uuid() };

@Controller('consultations/:id')
export class StepsController {
  constructor(
    private readonly steps: StepsService,
    private readonly merging: MergeService,
    private readonly reopening: ReopeningService,
  ) {}

  @Post('take')
  @HttpCode(204)
  @Does('提出された相談の受付確認を始める')
  take(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: BareStep }) input: BareStep) {
    return this.steps.take(actor, id, input);
  }

  @Post('return')
  @HttpCode(204)
  @Does('項目ごとの理由を付けて、団体に補正を依頼する')
  return(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: ReturnStep }) input: ReturnStep) {
    return this.steps.return(actor, id, input);
  }

  @Post('guide')
  @HttpCode(204)
  @Does('対象外として、理由とともに他の窓口を案内する')
  guide(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: GuideStep }) input: GuideStep) {
    return this.steps.guide(actor, id, input);
  }

  @Post('merge')
  @HttpCode(204)
  @Does('重複する相談を、別の相談に統合する')
  merge(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: MergeStep }) input: MergeStep) {
    return this.merging.merge(actor, id, input);
  }

  @Post('unmerge')
  @HttpCode(204)
  @Does('相談の統合を取り消す')
  unmerge(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: ReasonedStep }) input: ReasonedStep,
  ) {
    return this.merging.unmerge(actor, id, input);
  }

  @Post('withdraw')
  @HttpCode(204)
  @Does('相談を取り下げる')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: ReasonedStep }) input: ReasonedStep,
  ) {
    return this.steps.withdraw(actor, id, input);
  }

  @Post('followUp')
  @HttpCode(204)
  @Does('回答の後のフォローを始める')
  followUp(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: ReasonedStep }) input: ReasonedStep,
  ) {
    return this.steps.followUp(actor, id, input);
  }

  @Post('proposeClose')
  @HttpCode(204)
  @Does('団体に相談の完了を提案する')
  proposeClose(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: RemarkedStep }) input: RemarkedStep,
  ) {
    return this.steps.proposeClose(actor, id, input);
  }

  @Post('agreeClose')
  @HttpCode(204)
  @Does('相談の完了に同意する')
  agreeClose(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: BareStep }) input: BareStep) {
    return this.steps.agreeClose(actor, id, input);
  }

  @Post('declineClose')
  @HttpCode(204)
  @Does('理由を付けて、相談の完了に同意しない')
  declineClose(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: ReasonedStep }) input: ReasonedStep,
  ) {
    return this.steps.declineClose(actor, id, input);
  }

  @Post('wishReopen')
  @HttpCode(204)
  @Does('完了した相談の再開を希望する（完了から1年以内）')
  wishReopen(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: ReasonedStep }) input: ReasonedStep,
  ) {
    return this.reopening.wishReopen(actor, id, input);
  }

  @Post('reopen')
  @HttpCode(204)
  @Does('完了した相談を、枝番を付けて再開する（完了から1年以内）')
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: ReasonedStep }) input: ReasonedStep,
  ) {
    return this.reopening.reopen(actor, id, input);
  }
}
