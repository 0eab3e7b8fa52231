import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CsvEncoding } from '../contract/csv.js';
import { HealthFilter, HealthQuery, HealthRule, TeamHealth } from '../contract/team-health.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { csvFile } from '../platform/http/csv-file.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { HealthRules } from './rules.service.js';
import { TeamHealthQueries } from './team-health.queries.js';

const HealthFile = HealthFilter.extend(CsvEncoding.shape);

@Controller()
export class TeamHealthController {
  constructor(
    private readonly queries: TeamHealthQueries,
    private readonly rules: HealthRules,
  ) {}

  @Get('team-health')
  @Returns(TeamHealth)
  @Does('支援期間中のチームの活動の状況を、気になる点とともに得る')
  get(@CurrentActor() actor: Actor, @Query({ schema: HealthQuery }) query: HealthQuery) {
    return this.queries.get(actor, query);
  }

  @Get('team-health.csv')
  @ReturnsFile('text/csv')
  @Does('チームの活動の状況をCSVで得る')
  async csv(@CurrentActor() actor: Actor, @Query({ schema: HealthFile }) query: z.infer<typeof HealthFile>) {
    return csvFile('team-health', await this.queries.csv(actor, query), query);
  }

  @Post('team-health/rules')
  @HttpCode(204)
  @Does('活動の状況の基準を、適用する日を決めて加える')
  add(@CurrentActor() actor: Actor, @Body({ schema: HealthRule }) rule: HealthRule) {
    return this.rules.add(actor, rule);
  }
}
