import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { KarteHints } from '../contract/suggestions.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { HintsQueries } from './hints.queries.js';

@Controller('consultations/:id/hints')
export class HintsController {
  constructor(private readonly hints: HintsQueries) {}

  @Get()
  @Returns(KarteHints)
  @Does('書きかけの相談カルテに近い施策、好事例、似た相談を得る（書いている人）。何も記録しない')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.hints.of(actor, id);
  }
}
