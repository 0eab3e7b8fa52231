import { Module } from '@nestjs/common';
import { KpiQueries } from './kpi.queries.js';
import { KpisController } from './kpis.controller.js';
import { KpisService } from './kpis.service.js';

@Module({ controllers: [KpisController], providers: [KpiQueries, KpisService] })
export class TeamReportsModule {}
