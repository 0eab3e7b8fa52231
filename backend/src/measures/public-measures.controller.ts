import { Controller, Get, Param, Query } from '@nestjs/common';
import { Measure, MeasureFilter, MeasureId, MeasurePage } from '../contract/measures.js';
import { Public } from '../identity/current-actor.js';
import { AtMost, Does, Returns } from '../platform/http/route.js';
import { MeasureQueries } from './measure.queries.js';
import { MeasureSettingsService } from './measure-settings.service.js';

/** The same catalogue for everybody, while the administrators have opened it. */
@Controller('public/measures')
export class PublicMeasuresController {
  constructor(
    private readonly queries: MeasureQueries,
    private readonly settings: MeasureSettingsService,
  ) {}

  @Get()
  @Public()
  @AtMost(300)
  @Returns(MeasurePage)
  @Does('公開されている施策を探す（公開していないときは見つからない）')
  async list(@Query({ schema: MeasureFilter }) filter: MeasureFilter) {
    await this.settings.requirePublic();
    return this.queries.list(null, filter);
  }

  @Get(':id')
  @Public()
  @AtMost(300)
  @Returns(Measure)
  @Does('公開されている施策を得る（公開していないときは見つからない）')
  async get(@Param('id', { schema: MeasureId }) id: string) {
    await this.settings.requirePublic();
    return this.queries.get(null, id);
  }
}
