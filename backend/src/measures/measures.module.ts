import { Module } from '@nestjs/common';
import { BasketController } from './basket.controller.js';
import { BasketService } from './basket.service.js';
import { EditingService } from './editing.service.js';
import { ExportsService } from './exports.service.js';
import { HistoryQueries } from './history.queries.js';
import { ImportQueries } from './import.queries.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { MeasureQueries } from './measure.queries.js';
import { MeasureSettingsController } from './measure-settings.controller.js';
import { MeasureSettingsService } from './measure-settings.service.js';
import { MeasuresController } from './measures.controller.js';
import { PublicMeasuresController } from './public-measures.controller.js';

@Module({
  controllers: [
    MeasuresController,
    PublicMeasuresController,
    ImportsController,
    BasketController,
    MeasureSettingsController,
  ],
  providers: [
    MeasureQueries,
    HistoryQueries,
    ImportQueries,
    ImportsService,
    ExportsService,
    EditingService,
    BasketService,
    MeasureSettingsService,
  ],
})
export class MeasuresModule {}
