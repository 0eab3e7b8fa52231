import { Module } from '@nestjs/common';
import { TeamChangesController } from './team-changes.controller.js';
import { TeamChangesQueries } from './team-changes.queries.js';
import { TeamChangesService } from './team-changes.service.js';

@Module({ controllers: [TeamChangesController], providers: [TeamChangesQueries, TeamChangesService] })
export class TeamChangesModule {}
