import { Controller, Get, Query } from '@nestjs/common';
import { SearchFilter, SearchResult } from '../contract/search.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { SearchQueries } from './search.queries.js';

@Controller()
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  @Get('search')
  @Returns(SearchResult)
  @Does('相談、回答、施策、好事例、添付資料、担当者を、閲覧できる範囲で文字から探す')
  search(@CurrentActor() actor: Actor, @Query({ schema: SearchFilter }) filter: SearchFilter) {
    return this.queries.search(actor, filter);
  }
}
