import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Paging } from '../contract/paging.js';
import {
  AddHeldMeeting,
  BePresent,
  CancelTeamMeeting,
  MoveTeamMeeting,
  PlanTeamMeeting,
  Presence,
  RecordTeamMeeting,
  SharedField,
  TeamMeeting,
  TeamMeetings,
  WriteText,
  WrittenText,
} from '../contract/team-meetings.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { SharedTextsService } from './shared-texts.service.js';
import { TeamMeetingQueries } from './team-meeting.queries.js';
import { TeamMeetingsService } from './team-meetings.service.js';

const Id = z.uuid();
const Created = z.object({ id: z.uuid() });

@Controller()
export class TeamMeetingsController {
  constructor(
    private readonly queries: TeamMeetingQueries,
    private readonly meetings: TeamMeetingsService,
    private readonly texts: SharedTextsService,
  ) {}

  @Get('teams/:id/meetings')
  @Returns(TeamMeetings)
  @Does('支援チームの会議の一覧を得る')
  ofTeam(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Paging }) paging: Paging,
  ) {
    return this.queries.ofTeam(actor, id, paging);
  }

  @Post('teams/:id/meetings')
  @Returns(Created, 201)
  @Does('会議を予定し、支援官と団体に案内を送る')
  async plan(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PlanTeamMeeting }) input: PlanTeamMeeting,
  ) {
    return { id: await this.meetings.plan(actor, id, input) };
  }

  @Post('teams/:id/meetings/held')
  @Returns(Created, 201)
  @Does('予定していなかった会議を、開催済みとして記録する')
  async addHeld(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AddHeldMeeting }) input: AddHeldMeeting,
  ) {
    return { id: await this.meetings.addHeld(actor, id, input) };
  }

  @Get('team-meetings/:id')
  @Returns(TeamMeeting)
  @Does('会議を、記録と約束とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put('team-meetings/:id/plan')
  @HttpCode(204)
  @Does('会議の日時又は場所を変え、案内を送り直す')
  move(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MoveTeamMeeting }) input: MoveTeamMeeting,
  ) {
    return this.meetings.move(actor, id, input);
  }

  @Post('team-meetings/:id/cancel')
  @HttpCode(204)
  @Does('会議を取りやめる')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CancelTeamMeeting }) input: CancelTeamMeeting,
  ) {
    return this.meetings.cancel(actor, id, input);
  }

  @Post('team-meetings/:id/record')
  @HttpCode(204)
  @Does('会議を開催済みとして、要旨、決定、約束とともに記録する')
  record(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecordTeamMeeting }) input: RecordTeamMeeting,
  ) {
    return this.meetings.record(actor, id, input);
  }

  @Put('team-meetings/:id/texts/:field')
  @Returns(WrittenText)
  @Does('会議の議題、出席者、要旨又は決定の文章を保存する')
  write(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('field', { schema: SharedField }) field: SharedField,
    @Body({ schema: WriteText }) input: WriteText,
  ) {
    return this.texts.write(actor, id, field, input);
  }

  @Put('team-meetings/:id/presence')
  @Returns(Presence)
  @Does('会議の画面を開いていることを伝え、ほかに開いている人と文章の今の版を得る')
  present(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BePresent }) input: BePresent,
  ) {
    return this.texts.present(actor, id, input);
  }
}
