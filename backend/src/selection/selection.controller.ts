import { Body, Controller, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  AssignReviewers,
  Decide,
  IssueLetters,
  OutcomeLetter,
  ReviewSheet,
  SaveReview,
  Selection,
  WithReason,
} from '../contract/selection.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { DecisionsService } from './decisions.service.js';
import { letterPdf } from './letter-pdf.js';
import { OutcomeLetters } from './letters.service.js';
import { ReviewsService } from './reviews.service.js';
import { SelectionQueries } from './selection.queries.js';

const Id = z.uuid();

@Controller()
export class SelectionController {
  constructor(
    private readonly queries: SelectionQueries,
    private readonly reviews: ReviewsService,
    private readonly decisions: DecisionsService,
    private readonly letters: OutcomeLetters,
  ) {}

  @Get('rounds/:id/selection')
  @Returns(Selection)
  @Does('審査の一覧を、平均、開き、同点とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post('rounds/:id/reviewers')
  @HttpCode(204)
  @Does('応募に審査員を割り当てる')
  assign(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AssignReviewers }) { reviewerIds }: z.infer<typeof AssignReviewers>,
  ) {
    return this.reviews.assign(actor, id, reviewerIds);
  }

  @Get('applications/:id/review')
  @Returns(ReviewSheet)
  @Does('審査票を得る（ほかの審査員の票は、全員が提出した後に限る）')
  sheet(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.sheet(actor, id);
  }

  @Put('applications/:id/review')
  @HttpCode(204)
  @Does('自分の審査票を保存し、又は提出する')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveReview }) input: SaveReview,
  ) {
    return this.reviews.save(actor, id, input);
  }

  @Post('rounds/:id/decisions')
  @HttpCode(204)
  @Does('応募の選定、補欠、不選定を決める')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Decide }) { items }: Decide,
  ) {
    return this.decisions.decide(actor, id, items);
  }

  @Post('applications/:id/reconsider')
  @HttpCode(204)
  @Does('応募の決定を、理由を付けて取り消す')
  reconsider(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WithReason }) { reason }: z.infer<typeof WithReason>,
  ) {
    return this.decisions.reconsider(actor, id, reason);
  }

  @Post('applications/:id/moveUp')
  @HttpCode(204)
  @Does('補欠の団体を、順位の順に繰り上げる')
  moveUp(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WithReason }) { reason }: z.infer<typeof WithReason>,
  ) {
    return this.decisions.moveUp(actor, id, reason);
  }

  @Post('rounds/:id/letters')
  @HttpCode(200)
  @Returns(z.object({ issued: z.number().int() }))
  @Does('選定結果の通知文を差し込みで作り、送る')
  async issue(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: IssueLetters }) input: IssueLetters,
  ) {
    return { issued: await this.letters.issue(actor, id, input) };
  }

  @Get('applications/:id/letter')
  @Returns(OutcomeLetter)
  @Does('選定結果の通知文を得る')
  letter(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.letters.of(actor, id);
  }

  @Get('applications/:id/letter.pdf')
  @ReturnsFile('application/pdf')
  @Does('選定結果の通知文のPDFを得る')
  async pdf(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    const letter = await this.letters.of(actor, id);
    const content = await letterPdf(letter);
    const name = encodeURIComponent(`通知文_${letter.number}.pdf`);
    const disposition = `inline; filename="letter.pdf"; filename*=UTF-8''${name}`;
    return new StreamableFile(content, { type: 'application/pdf', disposition, length: content.length });
  }
}
