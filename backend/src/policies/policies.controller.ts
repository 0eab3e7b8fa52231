import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { pageOf } from '../contract/paging.js';
import {
  LogicModelNode,
  NewPolicyField,
  PolicyFieldFilter,
  PolicyFieldInput,
  PolicyFieldList,
  PolicyPillar,
} from '../contract/policies.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { PolicyQueries } from './policy.queries.js';
import { PolicyFieldsService } from './policy-fields.service.js';

const Code = z.string().max(40);
const Update = PolicyFieldInput.extend({ version: z.number().int() });
const Version = z.object({ version: z.coerce.number().int() });

@Controller()
export class PoliciesController {
  constructor(
    private readonly queries: PolicyQueries,
    private readonly fields: PolicyFieldsService,
  ) {}

  @Get('policy-pillars')
  @Returns(pageOf(PolicyPillar))
  @Does('政策5本柱を得る')
  pillars() {
    return this.queries.pillars();
  }

  @Get('logic-model')
  @Returns(pageOf(LogicModelNode))
  @Does('総合戦略のロジックモデルとKPIを得る')
  logicModel() {
    return this.queries.logicModel();
  }

  @Get('policy-fields')
  @Returns(PolicyFieldList)
  @Does('政策分野を得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: PolicyFieldFilter }) { ended }: PolicyFieldFilter) {
    return this.queries.fields(actor, ended);
  }

  @Post('policy-fields')
  @Returns(z.object({ code: z.string() }), 201)
  @Does('政策分野を登録する（管理者）')
  async create(@CurrentActor() actor: Actor, @Body({ schema: NewPolicyField }) input: NewPolicyField) {
    return { code: await this.fields.create(actor, input) };
  }

  @Put('policy-fields/:code')
  @HttpCode(204)
  @Does('政策分野を変更する（管理者）')
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: Code }) code: string,
    @Body({ schema: Update }) input: z.infer<typeof Update>,
  ) {
    return this.fields.update(actor, code, input);
  }

  @Delete('policy-fields/:code')
  @HttpCode(204)
  @Does('政策分野を終了する（管理者）')
  end(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: Code }) code: string,
    @Query({ schema: Version }) { version }: z.infer<typeof Version>,
  ) {
    return this.fields.end(actor, code, version);
  }
}
