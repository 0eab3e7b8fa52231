import { Body, Controller, Get, Param, Put, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { EditMeasure, MeasureForm } from '../contract/measure-edit.js';
import {
  Measure,
  MeasureConditions,
  MeasureExport,
  MeasureFilter,
  MeasureHistory,
  MeasureId,
  MeasurePage,
} from '../contract/measures.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { csvFile } from '../platform/http/csv-file.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { EditingService } from './editing.service.js';
import { ExportsService } from './exports.service.js';
import { HistoryQueries } from './history.queries.js';
import { MeasureQueries } from './measure.queries.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class MeasuresController {
  constructor(
    private readonly queries: MeasureQueries,
    private readonly exports: ExportsService,
    private readonly history: HistoryQueries,
    private readonly editing: EditingService,
  ) {}

  @Get('measures')
  @Returns(MeasurePage)
  @Does('施策をロジックモデル、府省庁、分野、対象者、版、公募中、文字で探す。basket で自分の控えに絞る')
  list(@CurrentActor() actor: Actor, @Query({ schema: MeasureFilter }) filter: MeasureFilter) {
    return this.queries.list(actor, filter);
  }

  @Get('measures.csv')
  @ReturnsFile('text/csv')
  @Does('探した施策を CSV で得る')
  async csv(@CurrentActor() actor: Actor, @Query({ schema: MeasureExport }) filter: MeasureExport) {
    const { encoding, ...conditions } = filter;
    return csvFile('measures', await this.exports.csv(actor, conditions), { encoding });
  }

  @Get('measures.xlsx')
  @ReturnsFile(XLSX)
  @Does('探した施策を Excel で得る。直して取り込むことができる')
  async xlsx(@CurrentActor() actor: Actor, @Query({ schema: MeasureConditions }) conditions: MeasureConditions) {
    const disposition = 'attachment; filename="measures.xlsx"';
    return new StreamableFile(await this.exports.xlsx(actor, conditions), { type: XLSX, disposition });
  }

  @Get('measures/:id')
  @Returns(Measure)
  @Does('施策を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: MeasureId }) id: string) {
    return this.queries.get(actor, id);
  }

  @Get('measures/:id/history')
  @Returns(MeasureHistory)
  @Does('施策の版ごとの変更を得る')
  changes(@Param('id', { schema: MeasureId }) id: string) {
    return this.history.of(id);
  }

  @Get('measures/:id/form')
  @Returns(MeasureForm)
  @Does('施策を、直すための形で得る（窓口、システム管理者）')
  form(@CurrentActor() actor: Actor, @Param('id', { schema: MeasureId }) id: string) {
    return this.editing.form(actor, id);
  }

  @Put('measures/:id')
  @Returns(z.object({ version: z.number().int() }))
  @Does('施策を直す。前の内容は版として残る（窓口、システム管理者）')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MeasureId }) id: string,
    @Body({ schema: EditMeasure }) input: EditMeasure,
  ) {
    return { version: await this.editing.edit(actor, id, input) };
  }
}
