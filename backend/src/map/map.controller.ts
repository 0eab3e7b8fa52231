import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { MapFilter, MapNumbers, MapShapes, PrefectureNumber, PrefectureShape } from '../contract/map.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { MapQueries } from './map.queries.js';
import { MapDrawings } from './map-drawings.js';

@Controller('map')
export class MapController {
  constructor(
    private readonly queries: MapQueries,
    private readonly drawings: MapDrawings,
  ) {}

  @Get()
  @Returns(MapNumbers)
  @Does('好事例、相談又は支援チームの件数を、都道府県又は市区町村ごとに得る')
  numbers(@CurrentActor() actor: Actor, @Query({ schema: MapFilter }) filter: MapFilter) {
    return this.queries.numbers(actor, filter);
  }

  @Get('shapes')
  @Header('cache-control', 'private, max-age=86400')
  @Returns(MapShapes)
  @Does('都道府県の図形を得る')
  shapes() {
    return this.drawings.country;
  }

  @Get('shapes/:prefecture')
  @Header('cache-control', 'private, max-age=86400')
  @Returns(PrefectureShape)
  @Does('一つの都道府県の図形と、市区町村の庁舎の位置を得る')
  prefecture(@Param('prefecture', { schema: PrefectureNumber }) number: string) {
    return this.drawings.prefecture(number);
  }
}
