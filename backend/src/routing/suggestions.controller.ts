import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { pageOf } from '../contract/paging.js';
import { CaseSuggestions, Choice, ChoiceInput, UndoInput } from '../contract/suggestions.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ChoicesQueries } from './choices.queries.js';
import { ChoicesService } from './choices.service.js';
import { SuggestionsQueries } from './suggestions.queries.js';

const Id = { schema: z.uuid() };

@Controller('consultations/:id/suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsQueries,
    private readonly choices: ChoicesService,
    private readonly chosen: ChoicesQueries,
  ) {}

  @Get()
  @Returns(CaseSuggestions)
  @Does('照会先と施策の候補を、根拠とともに得る（決めるのは窓口）')
  of(@CurrentActor() actor: Actor, @Param('id', Id) id: string) {
    return this.suggestions.of(actor, id);
  }

  @Get('choices')
  @Returns(pageOf(Choice))
  @Does('候補の採否を、取り消したものも含めて新しい順に得る（窓口、事務局）')
  async list(@CurrentActor() actor: Actor, @Param('id', Id) id: string) {
    const items = await this.chosen.of(actor, id);
    return { items, total: items.length };
  }

  @Post('choices')
  @HttpCode(204)
  @Does('候補を採用又は不採用にする。何も送られない')
  choose(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: ChoiceInput }) input: ChoiceInput) {
    return this.choices.choose(actor, id, input);
  }

  @Post('choices/undo')
  @HttpCode(204)
  @Does('候補の採否を取り消す')
  undo(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: UndoInput }) input: UndoInput) {
    return this.choices.undo(actor, id, input);
  }
}
