import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  AddActionItem,
  AnswerCandidates,
  CancelMeeting,
  DecideMeeting,
  Meetings,
  ProposeMeeting,
  RecordMinutes,
  WishMeeting,
} from '../contract/meetings.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ActionItemsService } from './action-items.service.js';
import { MeetingQueries } from './meeting.queries.js';
import { MeetingsService } from './meetings.service.js';

const Id = z.uuid();
const Created = z.object({ id: z.uuid() });

@Controller()
export class MeetingsController {
  constructor(
    private readonly queries: MeetingQueries,
    private readonly meetings: MeetingsService,
    private readonly items: ActionItemsService,
  ) {}

  @Get('consultations/:id/meetings')
  @Returns(Meetings)
  @Does('相談の打合せと宿題を得る')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.of(actor, id);
  }

  @Post('consultations/:id/meetings')
  @Returns(Created, 201)
  @Does('打合せを希望する')
  async wish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WishMeeting }) input: WishMeeting,
  ) {
    return { id: await this.meetings.wish(actor, id, input) };
  }

  @Post('meetings/:id/propose')
  @HttpCode(204)
  @Does('打合せの候補日を示す')
  propose(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ProposeMeeting }) input: ProposeMeeting,
  ) {
    return this.meetings.propose(actor, id, input);
  }

  @Post('meetings/:id/answerCandidates')
  @HttpCode(204)
  @Does('都合のよい候補日を答える')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AnswerCandidates }) input: AnswerCandidates,
  ) {
    return this.meetings.answerCandidates(actor, id, input);
  }

  @Post('meetings/:id/decide')
  @HttpCode(204)
  @Does('打合せの日時を決めて案内を送る')
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideMeeting }) input: DecideMeeting,
  ) {
    return this.meetings.decide(actor, id, input);
  }

  @Post('meetings/:id/recordMinutes')
  @HttpCode(204)
  @Does('議事メモを残す')
  minutes(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecordMinutes }) input: RecordMinutes,
  ) {
    return this.meetings.recordMinutes(actor, id, input);
  }

  @Post('meetings/:id/cancel')
  @HttpCode(204)
  @Does('打合せを取りやめる')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CancelMeeting }) input: CancelMeeting,
  ) {
    return this.meetings.cancel(actor, id, input);
  }

  @Post('consultations/:id/action-items')
  @Returns(Created, 201)
  @Does('宿題を加える')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AddActionItem }) input: AddActionItem,
  ) {
    return { id: await this.items.add(actor, id, input) };
  }

  @Post('action-items/:id/finish')
  @HttpCode(204)
  @Does('宿題を終える')
  finish(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.items.finish(actor, id);
  }
}
