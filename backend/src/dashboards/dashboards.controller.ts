import { Controller, Get, Query } from '@nestjs/common';
import { Dashboard, DashboardFilter, DurationFilter, DurationPage } from '../contract/dashboards.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { DashboardQueries } from './dashboard.queries.js';
import { DurationQueries } from './durations.queries.js';

@Controller('dashboard')
export class DashboardsController {
  constructor(
    private readonly dashboards: DashboardQueries,
    private readonly durations: DurationQueries,
  ) {}

  @Get()
  @Returns(Dashboard)
  @Does('受付、滞留、日数、期限内率、満足度の集計を得る（窓口担当、窓口管理職）')
  get(@CurrentActor() actor: Actor, @Query({ schema: DashboardFilter }) filter: DashboardFilter) {
    return this.dashboards.get(actor, filter);
  }

  @Get('durations')
  @Returns(DurationPage)
  @Does('日数の集計の基になった相談を、日数の長い順に得る')
  rows(@CurrentActor() actor: Actor, @Query({ schema: DurationFilter }) filter: DurationFilter) {
    return this.durations.rows(actor, filter);
  }
}
