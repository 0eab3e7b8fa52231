import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Preview } from '../contract/deadlines.js';
import { RoutingRuleEffect, RoutingRuleInput, RoutingRuleList } from '../contract/routing-rules.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { RoutingRulesService } from './routing-rules.service.js';

@Controller('routing-rules')
export class RoutingRulesController {
  constructor(private readonly rules: RoutingRulesService) {}

  @Get()
  @Returns(RoutingRuleList)
  @Does('照会先の規則を、終えたものも含めて得る（窓口、管理者）')
  list(@CurrentActor() actor: Actor) {
    return this.rules.list(actor);
  }

  @Post()
  @HttpCode(200)
  @Returns(RoutingRuleEffect)
  @Does('照会先の規則を定める。preview では何も変えず、最近の相談に当てはめた結果だけを得る（窓口、管理者）')
  make(
    @CurrentActor() actor: Actor,
    @Query({ schema: Preview }) { preview }: z.infer<typeof Preview>,
    @Body({ schema: RoutingRuleInput }) input: RoutingRuleInput,
  ) {
    return this.rules.make(actor, input, preview);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Does('照会先の規則を終える（窓口、管理者）')
  end(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.rules.end(actor, id);
  }
}
