import { Module } from '@nestjs/common';
import { TeamQueries } from './team.queries.js';
import { TeamsController } from './teams.controller.js';
import { ThemeQueries } from './theme.queries.js';
import { ThemesService } from './themes.service.js';

@Module({ controllers: [TeamsController], providers: [TeamQueries, ThemeQueries, ThemesService] })
export class TeamsModule {}
