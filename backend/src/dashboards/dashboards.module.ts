import { Module } from '@nestjs/common';
import { DashboardQueries } from './dashboard.queries.js';
import { DashboardsController } from './dashboards.controller.js';
import { DurationQueries } from './durations.queries.js';

@Module({ controllers: [DashboardsController], providers: [DashboardQueries, DurationQueries] })
export class DashboardsModule {}
