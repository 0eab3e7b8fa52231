import { Module } from '@nestjs/common';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { TeamQueries } from './team.queries.js';
import { TeamsController } from './teams.controller.js';
import { ThemeQueries } from './theme.queries.js';
import { ThemesService } from './themes.service.js';

@Module({
  controllers: [TeamsController, PostsController],
  providers: [TeamQueries, ThemeQueries, ThemesService, PostsService],
})
export class TeamsModule {}
