import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Introduce, Team, TeamFilter, Teams, ThemeHistory, WriteTheme } from '../contract/teams.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { TeamQueries } from './team.queries.js';
import { ThemeQueries } from './theme.queries.js';
import { ThemesService } from './themes.service.js';

const Id = z.uuid();

@Controller('teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamQueries,
    private readonly themes: ThemesService,
    private readonly themeQueries: ThemeQueries,
  ) {}

  @Get()
  @Returns(Teams)
  @Does('支援チームの一覧を得る（事務局は全て、支援官と団体は自分のチーム）')
  list(@CurrentActor() actor: Actor, @Query({ schema: TeamFilter }) filter: TeamFilter) {
    return this.teams.list(actor, filter);
  }

  @Get(':id')
  @Returns(Team)
  @Does('支援チームを、構成員とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.teams.get(actor, id);
  }

  @Put(':id/introduction')
  @HttpCode(204)
  @Does('支援官が、自分の紹介を書く')
  introduce(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Introduce }) input: Introduce,
  ) {
    return this.themes.introduce(actor, id, input);
  }

  @Put(':id/theme')
  @HttpCode(204)
  @Does('支援テーマ、目標、取組計画を書く（保存ごとに履歴が残る）')
  writeTheme(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: WriteTheme }) input: WriteTheme,
  ) {
    return this.themes.write(actor, id, input);
  }

  @Get(':id/themes')
  @Returns(ThemeHistory)
  @Does('支援テーマと取組計画の履歴を得る')
  themeHistory(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.themeQueries.history(actor, id);
  }
}
