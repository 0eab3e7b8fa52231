import { Module } from '@nestjs/common';
import { HealthRules } from './rules.service.js';
import { TeamHealthController } from './team-health.controller.js';
import { TeamHealthQueries } from './team-health.queries.js';
import { WatchTeams } from './watch-teams.job.js';

@Module({ controllers: [TeamHealthController], providers: [HealthRules, TeamHealthQueries, WatchTeams] })
export class TeamHealthModule {}
