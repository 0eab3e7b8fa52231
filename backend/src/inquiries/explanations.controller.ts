import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Explanations } from '../contract/deadlines.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ExplanationQueries } from './explanations.queries.js';

@Controller('consultations')
export class ExplanationsController {
  constructor(private readonly explanations: ExplanationQueries) {}

  @Get(':id/deadlines')
  @Returns(Explanations)
  @Does('期限の根拠（起算日、除いた休日、停止、延長）を得る')
  ofCase(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.explanations.ofCase(actor, id);
  }
}
