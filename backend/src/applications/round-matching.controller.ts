import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { RoundMatching } from '../contract/round-matching.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { RoundMatchingQueries } from './round-matching.queries.js';

@Controller('rounds')
export class RoundMatchingController {
  constructor(private readonly queries: RoundMatchingQueries) {}

  @Get(':id/matching-problem')
  @Returns(RoundMatching)
  @Does('編成の元になるデータ（選定した団体と応募した支援官）を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.queries.get(actor, id);
  }
}
