import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DeadlineKind, DeadlineRules, Preview, Recount, RuleInput } from '../contract/deadlines.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { RulesService } from './rules.service.js';

@Controller('deadline-rules')
export class RulesController {
  constructor(private readonly rules: RulesService) {}

  @Get()
  @Returns(DeadlineRules)
  @Does('期限の規則を得る（窓口、管理者）')
  list(@CurrentActor() actor: Actor) {
    return this.rules.list(actor);
  }

  @Post(':kind')
  @HttpCode(200)
  @Returns(Recount)
  @Does('期限の規則を定め、対応中の期限を計算し直す。preview では何も変えず、動く期限だけを得る（管理者）')
  add(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: DeadlineKind }) kind: DeadlineKind,
    @Query({ schema: Preview }) { preview }: z.infer<typeof Preview>,
    @Body({ schema: RuleInput }) input: RuleInput,
  ) {
    return this.rules.add(actor, kind, input, preview);
  }
}
