import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  ApproveReply,
  Refreshed,
  ReplyFilter,
  ReplyInput,
  ReplyPage,
  RequestApproval,
  SendBackReply,
} from '../contract/replies.js';
import { TakeMeasures, UpdateMeasure } from '../contract/reply-measures.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { ApprovalsService } from './approvals.service.js';
import { DownloadsService, type ReplyFile } from './downloads.service.js';
import { DraftsService } from './drafts.service.js';
import { MeasuresService } from './measures.service.js';
import { ReplyQueries } from './reply.queries.js';

const Id = z.uuid();
const Saved = z.object({ version: z.number().int() });
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const FILE_TYPE: Record<ReplyFile, string> = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};

@Controller('consultations/:id')
export class RepliesController {
  constructor(
    private readonly queries: ReplyQueries,
    private readonly drafts: DraftsService,
    private readonly measures: MeasuresService,
    private readonly approvals: ApprovalsService,
    private readonly downloads: DownloadsService,
  ) {}

  @Get('reply')
  @Returns(ReplyPage)
  @Does('回答書を得る（窓口は作成中のもの、団体と府省庁は送付されたもの）')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReplyFilter }) filter: ReplyFilter,
  ) {
    return this.queries.page(actor, id, filter);
  }

  @Get('reply.pdf')
  @ReturnsFile(FILE_TYPE.pdf)
  @Does('回答書のPDFを得る')
  pdf(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReplyFilter }) filter: ReplyFilter,
  ) {
    return this.file(actor, id, filter, 'pdf');
  }

  @Get('reply.docx')
  @ReturnsFile(FILE_TYPE.docx)
  @Does('回答書をWordの文書として得る')
  docx(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReplyFilter }) filter: ReplyFilter,
  ) {
    return this.file(actor, id, filter, 'docx');
  }

  @Get('reply.xlsx')
  @ReturnsFile(FILE_TYPE.xlsx)
  @Does('回答書をExcelの表として得る')
  xlsx(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ReplyFilter }) filter: ReplyFilter,
  ) {
    return this.file(actor, id, filter, 'xlsx');
  }

  private async file(actor: Actor, id: string, filter: ReplyFilter, kind: ReplyFile): Promise<StreamableFile> {
    const { name, content } = await this.downloads.file(actor, id, filter, kind);
    const shown = kind === 'pdf' ? 'inline' : 'attachment';
    const disposition = `${shown}; filename="reply.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(content, { type: FILE_TYPE[kind], disposition, length: content.length });
  }

  @Post('reply')
  @Returns(Refreshed, 201)
  @Does('回答案を作り、府省庁回答を流し込む')
  draft(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.drafts.draft(actor, id);
  }

  @Post('reply/refresh')
  @HttpCode(200)
  @Returns(Refreshed)
  @Does('その後に届いた府省庁回答を、新しい文章として回答案に加える')
  refresh(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.drafts.refresh(actor, id);
  }

  @Post('reply/take-measures')
  @HttpCode(200)
  @Returns(Refreshed)
  @Does('採用した施策や控えの施策を、質問ごとの文章として回答案に加える')
  takeMeasures(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TakeMeasures }) input: TakeMeasures,
  ) {
    return this.measures.take(actor, id, input);
  }

  @Post('reply/update-measure')
  @HttpCode(200)
  @Returns(Saved)
  @Does('回答案の施策の文章を、今の施策の登録に合わせる。書き直した文章は、指示なしに置き換えない')
  async updateMeasure(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: UpdateMeasure }) input: UpdateMeasure,
  ) {
    return { version: await this.measures.update(actor, id, input) };
  }

  @Put('reply')
  @Returns(Saved)
  @Does('回答案を保存する')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ReplyInput }) input: ReplyInput,
  ) {
    return { version: await this.drafts.save(actor, id, input) };
  }

  @Post('reply/request-approval')
  @HttpCode(204)
  @Does('回答案の決裁を依頼する')
  requestApproval(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RequestApproval }) input: RequestApproval,
  ) {
    return this.approvals.request(actor, id, input);
  }

  @Post('reply/recall-approval')
  @HttpCode(204)
  @Does('回答案の決裁の依頼を取り消す')
  recallApproval(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.approvals.recall(actor, id);
  }

  @Post('reply/send-back')
  @HttpCode(204)
  @Does('回答案を理由を付けて差し戻す')
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SendBackReply }) input: SendBackReply,
  ) {
    return this.approvals.sendBack(actor, id, input);
  }

  @Post('reply/approve')
  @HttpCode(204)
  @Does('回答案を決裁する（最終の段で文書番号を付けて送付する）')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ApproveReply }) input: ApproveReply,
  ) {
    return this.approvals.approve(actor, id, input);
  }
}
