import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module.js';
import { BoardQueries } from './board.queries.js';
import { ConsultationQueries } from './consultation.queries.js';
import { ConsultationsController } from './consultations.controller.js';
import { DetailQueries } from './detail.queries.js';
import { HistoryQueries } from './history.queries.js';
import { Names } from './names.js';
import { WorkQueries } from './work.queries.js';

@Module({
  imports: [FormsModule],
  controllers: [ConsultationsController],
  providers: [BoardQueries, ConsultationQueries, DetailQueries, HistoryQueries, Names, WorkQueries],
})
export class BoardModule {}
