import { Module } from '@nestjs/common';
import { DashboardQueries } from './dashboard.queries.js';
import { DashboardsController } from './dashboards.controller.js';
import { DurationQueries } from './durations.queries.js';
import { SettleTallies } from './settle-tallies.job.js';

@Module({
  controllers: [DashboardsController],
  providers: [DashboardQueries, DurationQueries, SettleTallies],
  exports: [SettleTallies],
})
export class DashboardsModule {}
