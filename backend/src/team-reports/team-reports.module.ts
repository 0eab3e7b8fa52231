import { Module } from '@nestjs/common';
import { KpiQueries } from './kpi.queries.js';
import { KpisController } from './kpis.controller.js';
import { KpisService } from './kpis.service.js';
import { ProgrammeController } from './programme.controller.js';
import { ReportQueries } from './report.queries.js';
import { ReportFilesController } from './report-files.controller.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { WatchReports } from './watch-reports.job.js';

@Module({
  controllers: [KpisController, ReportsController, ReportFilesController, ProgrammeController],
  providers: [KpiQueries, KpisService, ReportQueries, ReportsService, WatchReports],
})
export class TeamReportsModule {}
