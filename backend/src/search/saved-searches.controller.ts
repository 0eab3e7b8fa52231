import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { NewSavedSearch, SavedSearchChoices, SavedSearches } from '../contract/search.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { SavedSearchesService } from './saved-searches.service.js';

const Id = z.uuid();

@Controller('saved-searches')
export class SavedSearchesController {
  constructor(private readonly saved: SavedSearchesService) {}

  @Get()
  @Returns(SavedSearches)
  @Does('自分が保存した検索と、同じ組織で共有されている検索の一覧')
  list(@CurrentActor() actor: Actor) {
    return this.saved.list(actor);
  }

  @Post()
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('検索に名前を付けて保存する')
  async save(@CurrentActor() actor: Actor, @Body({ schema: NewSavedSearch }) body: NewSavedSearch) {
    return { id: await this.saved.save(actor, body) };
  }

  @Put(':id')
  @HttpCode(204)
  @Does('自分が保存した検索の名前、共有、通知を変える')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SavedSearchChoices }) body: SavedSearchChoices,
  ) {
    return this.saved.change(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('自分が保存した検索を削除する')
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.saved.remove(actor, id);
  }
}
