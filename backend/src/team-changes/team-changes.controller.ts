import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { JoinTeam, LeaveTeam, TeamChanges } from '../contract/team-changes.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { TeamChangesQueries } from './team-changes.queries.js';
import { TeamChangesService } from './team-changes.service.js';

const Id = z.uuid();

@Controller()
export class TeamChangesController {
  constructor(
    private readonly queries: TeamChangesQueries,
    private readonly changes: TeamChangesService,
  ) {}

  @Get('teams/:id/changes')
  @Returns(TeamChanges)
  @Does('チームに加われる支援官と、支援官ごとの済んでいない約束の数を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post('teams/:id/members')
  @HttpCode(204)
  @Does('年度の途中で、支援官をチームに加える')
  join(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: JoinTeam }) input: JoinTeam,
  ) {
    return this.changes.join(actor, id, input);
  }

  @Post('team-members/:id/leave')
  @HttpCode(204)
  @Does('年度の途中で支援官がチームを離れることを、引継ぎとともに記録する')
  leave(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LeaveTeam }) input: LeaveTeam,
  ) {
    return this.changes.leave(actor, id, input);
  }
}
