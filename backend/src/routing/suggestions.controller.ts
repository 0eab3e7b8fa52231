import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Suggestions } from '../contract/routing.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { SuggestionsQueries } from './suggestions.queries.js';

@Controller('consultations/:id/suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsQueries) {}

  @Get()
  @Returns(Suggestions)
  @Does('照会先と施策の候補を、根拠とともに得る（決めるのは窓口）')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.suggestions.of(actor, id);
  }
}
