import { Module } from '@nestjs/common';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsQueries } from './applications.queries.js';
import { CaseSheetQueries } from './case-sheet.queries.js';
import { CaseSheetsController } from './case-sheets.controller.js';
import { CaseSheetsService } from './case-sheets.service.js';

@Module({
  controllers: [CaseSheetsController, ApplicationsController],
  providers: [CaseSheetsService, CaseSheetQueries, ApplicationsQueries],
})
export class CaseSheetsModule {}
