import { Module } from '@nestjs/common';
import { TeamQueries } from './team.queries.js';
import { TeamsController } from './teams.controller.js';

@Module({ controllers: [TeamsController], providers: [TeamQueries] })
export class TeamsModule {}
