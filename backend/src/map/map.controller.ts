import { Controller, Get, Header, Query } from '@nestjs/common';
import { MapFilter, MapNumbers, MapShapes } from '../contract/map.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { prefectureShapes } from './geometry.js';
import { MapQueries } from './map.queries.js';

@Controller('map')
export class MapController {
  private readonly drawn = prefectureShapes();

  constructor(private readonly queries: MapQueries) {}

  @Get()
  @Returns(MapNumbers)
  @Does('好事例又は相談の件数を、都道府県又は市区町村ごとに得る')
  numbers(@CurrentActor() actor: Actor, @Query({ schema: MapFilter }) filter: MapFilter) {
    return this.queries.numbers(actor, filter);
  }

  @Get('shapes')
  @Header('cache-control', 'private, max-age=86400')
  @Returns(MapShapes)
  @Does('都道府県の図形を得る')
  shapes() {
    return this.drawn;
  }
}
