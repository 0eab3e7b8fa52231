import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Team, TeamFilter, Teams } from '../contract/teams.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { TeamQueries } from './team.queries.js';

@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamQueries) {}

  @Get()
  @Returns(Teams)
  @Does('支援チームの一覧を得る（事務局は全て、支援官と団体は自分のチーム）')
  list(@CurrentActor() actor: Actor, @Query({ schema: TeamFilter }) filter: TeamFilter) {
    return this.teams.list(actor, filter);
  }

  @Get(':id')
  @Returns(Team)
  @Does('支援チームを、構成員とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.teams.get(actor, id);
  }
}
