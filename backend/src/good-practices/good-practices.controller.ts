import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { GoodPractice, GoodPracticeDetail, GoodPracticeSearch, PracticeId } from '../contract/good-practices.js';
import { Paging, pageOf } from '../contract/paging.js';
import { Does, Returns } from '../platform/http/route.js';
import { GoodPracticeQueries } from './good-practice.queries.js';

const Filter = Paging.extend(GoodPracticeSearch.shape);

@Controller('good-practices')
export class GoodPracticesController {
  constructor(private readonly queries: GoodPracticeQueries) {}

  @Get()
  @Returns(pageOf(GoodPractice))
  @Does('好事例を出どころ、柱、分野、都道府県、団体、文字で探す')
  list(@Query({ schema: Filter }) filter: z.infer<typeof Filter>) {
    return this.queries.list(filter);
  }

  @Get(':id')
  @Returns(GoodPracticeDetail)
  @Does('好事例を得る')
  get(@Param('id', { schema: PracticeId }) id: string) {
    return this.queries.get(id);
  }
}
