import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Municipality, MunicipalityCode, MunicipalitySearch } from '../contract/municipalities.js';
import { Paging, pageOf } from '../contract/paging.js';
import { Does, Returns } from '../platform/http/route.js';
import { MunicipalityQueries } from './municipality.queries.js';

const Filter = Paging.extend(MunicipalitySearch.shape);

@Controller('municipalities')
export class MunicipalitiesController {
  constructor(private readonly queries: MunicipalityQueries) {}

  @Get()
  @Returns(pageOf(Municipality))
  @Does('市区町村と都道府県を名称、かな、団体コードで探す')
  list(@Query({ schema: Filter }) filter: z.infer<typeof Filter>) {
    return this.queries.list(filter);
  }

  @Get(':code')
  @Returns(Municipality)
  @Does('団体コード（5桁又は6桁）の団体を得る')
  get(@Param('code', { schema: MunicipalityCode }) code: string) {
    return this.queries.get(code);
  }
}
