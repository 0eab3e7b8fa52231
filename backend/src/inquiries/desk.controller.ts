import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  AskInquiries,
  CancelInquiry,
  CaseInquiries,
  ChangeDue,
  DecideExtension,
  HandOver,
  Questions,
  QuestionsDraft,
  ReplyBack,
} from '../contract/inquiries.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { AskingService } from './asking.service.js';
import { DeskService } from './desk.service.js';
import { InquiryQueries } from './inquiry.queries.js';
import { QuestionsService } from './questions.service.js';

const Id = z.uuid();
const Asked = z.object({ ids: z.array(z.uuid()) });

/** 照会 as the desk makes and follows them. */
@Controller()
export class DeskInquiriesController {
  constructor(
    private readonly queries: InquiryQueries,
    private readonly asking: AskingService,
    private readonly questions: QuestionsService,
    private readonly desk: DeskService,
  ) {}

  @Get('consultations/:id/inquiries')
  @Returns(CaseInquiries)
  @Does('相談の照会を、見られる範囲で得る')
  ofCase(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.ofCase(actor, id);
  }

  @Post('consultations/:id/inquiries')
  @Returns(Asked, 201)
  @Does('一つ以上の府省庁・課室に照会する（窓口）')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskInquiries }) { asks }: AskInquiries,
  ) {
    return { ids: await this.asking.ask(actor, id, asks) };
  }

  @Get('consultations/:id/questions')
  @Returns(Questions)
  @Does('相談の質問の一覧を得る（窓口）')
  getQuestions(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.questions.get(actor, id);
  }

  @Put('consultations/:id/questions')
  @HttpCode(204)
  @Does('相談の質問を分け、書き直し、並べ替える（窓口）')
  putQuestions(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuestionsDraft }) draft: QuestionsDraft,
  ) {
    return this.questions.put(actor, id, draft);
  }

  @Post('inquiries/:id/handOver')
  @Returns(Asked, 201)
  @Does('該当なしの質問を、代わりに挙げられた府省庁に照会する（窓口）')
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandOver }) { questionRowId }: z.infer<typeof HandOver>,
  ) {
    return { ids: await this.asking.handOver(actor, id, questionRowId) };
  }

  @Post('inquiries/:id/changeDue')
  @HttpCode(204)
  @Does('照会の期限を変更する（窓口）')
  changeDue(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeDue }) { dueOn }: z.infer<typeof ChangeDue>,
  ) {
    return this.desk.changeDue(actor, id, dueOn);
  }

  @Post('inquiries/:id/cancel')
  @HttpCode(204)
  @Does('照会の未回答の質問を取り消す（窓口）')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CancelInquiry }) { reason }: z.infer<typeof CancelInquiry>,
  ) {
    return this.desk.cancel(actor, id, reason);
  }

  @Post('inquiries/:id/replyBack')
  @HttpCode(204)
  @Does('府省庁からの質問に返答する（窓口）')
  replyBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReplyBack }) { text }: z.infer<typeof ReplyBack>,
  ) {
    return this.desk.replyBack(actor, id, text);
  }

  @Post('inquiries/:id/decideExtension')
  @HttpCode(204)
  @Does('期限の延長の申出を認めるか決定する（窓口）')
  decideExtension(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideExtension }) decision: DecideExtension,
  ) {
    return this.desk.decideExtension(actor, id, decision);
  }
}
