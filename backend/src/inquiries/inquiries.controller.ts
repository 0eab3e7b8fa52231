import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { AnswersDraft, EarlierAnswers as Earlier, SendAnswers } from '../contract/answers.js';
import { COUNTED_UP_TO } from '../contract/consultations.js';
import { AskBack, HandOn, Inquiry, InquiryFilter, InquiryPage, RequestExtension } from '../contract/inquiries.js';
import { Paging, pageOf } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { AnsweringService } from './answering.service.js';
import { EarlierAnswers } from './earlier-answers.js';
import { InquiryQueries } from './inquiry.queries.js';
import { MinistryService } from './ministry.service.js';

const Filter = Paging.extend(InquiryFilter.shape).refine(({ page, size }) => (page - 1) * size < COUNTED_UP_TO, {
  path: ['page'],
  error: '一覧の続きは表示できません。条件を加えて絞り込んでください',
});
const Id = z.uuid();

/** 照会 as a ministry works on them. */
@Controller('inquiries')
export class InquiriesController {
  constructor(
    private readonly queries: InquiryQueries,
    private readonly earlier: EarlierAnswers,
    private readonly ministry: MinistryService,
    private readonly answering: AnsweringService,
  ) {}

  @Get()
  @Returns(InquiryPage)
  @Does('照会の一覧を期限の順に得る（府省庁は自分に届いたもの）')
  list(@CurrentActor() actor: Actor, @Query({ schema: Filter }) filter: z.infer<typeof Filter>) {
    return this.queries.list(actor, filter);
  }

  @Get(':id')
  @Returns(Inquiry)
  @Does('照会を、質問、回答、期限とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Get(':id/earlierAnswers')
  @Returns(pageOf(Earlier))
  @Does('自府省庁の過去の回答を、未回答の質問ごとに似た順に得る')
  earlierAnswers(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.earlier.of(actor, id);
  }

  @Post(':id/acknowledge')
  @HttpCode(204)
  @Does('照会を受け付ける（府省庁）')
  acknowledge(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.ministry.acknowledge(actor, id);
  }

  @Post(':id/handOn')
  @HttpCode(204)
  @Does('照会を府省庁内の課室に回す')
  handOn(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandOn }) { divisionId }: z.infer<typeof HandOn>,
  ) {
    return this.ministry.handOn(actor, id, divisionId);
  }

  @Put(':id/answers')
  @Returns(z.object({ version: z.number().int() }))
  @Does('回答の下書きを保存する（府省庁）')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AnswersDraft }) draft: AnswersDraft,
  ) {
    return { version: await this.answering.save(actor, id, draft) };
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Does('保存した下書きを回答として提出する（質問ごと又は全て）')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SendAnswers }) input: SendAnswers,
  ) {
    return this.answering.answer(actor, id, input);
  }

  @Post(':id/requestExtension')
  @HttpCode(204)
  @Does('回答期限の延長を申し出る（府省庁）')
  requestExtension(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RequestExtension }) { dueOn, reason }: z.infer<typeof RequestExtension>,
  ) {
    return this.ministry.requestExtension(actor, id, dueOn, reason);
  }

  @Post(':id/askBack')
  @HttpCode(204)
  @Does('窓口に質問する（府省庁。返答まで期限は進まない）')
  askBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskBack }) { text }: z.infer<typeof AskBack>,
  ) {
    return this.ministry.askBack(actor, id, text);
  }
}
