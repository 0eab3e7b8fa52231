import { Module } from '@nestjs/common';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsQueries } from './applications.queries.js';
import { CaseSheetQueries } from './case-sheet.queries.js';
import { CaseSheetsController } from './case-sheets.controller.js';
import { CaseSheetsService } from './case-sheets.service.js';
import { RemindOfConsents } from './remind-of-consents.job.js';

@Module({
  controllers: [CaseSheetsController, ApplicationsController],
  providers: [CaseSheetsService, CaseSheetQueries, ApplicationsQueries, RemindOfConsents],
})
export class CaseSheetsModule {}
