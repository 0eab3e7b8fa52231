import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { DivisionDetail, DivisionInput, NewDivision } from '../contract/ministries.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { DivisionsService } from './divisions.service.js';
import { MinistryQueries } from './ministry.queries.js';

const Id = z.string().max(40);
const Update = DivisionInput.extend({ version: z.number().int() });
const Version = z.object({ version: z.coerce.number().int() });

@Controller('divisions')
export class DivisionsController {
  constructor(
    private readonly queries: MinistryQueries,
    private readonly divisions: DivisionsService,
  ) {}

  @Get(':id')
  @Returns(DivisionDetail)
  @Does('課室を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.division(actor, id);
  }

  @Post()
  @Returns(z.object({ id: z.string() }), 201)
  @Does('課室を登録する（管理者）')
  async create(@CurrentActor() actor: Actor, @Body({ schema: NewDivision }) input: NewDivision) {
    return { id: await this.divisions.create(actor, input) };
  }

  @Put(':id')
  @HttpCode(204)
  @Does('課室を変更する（管理者）')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Update }) input: z.infer<typeof Update>,
  ) {
    return this.divisions.update(actor, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('課室を終了する（管理者）')
  end(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Version }) { version }: z.infer<typeof Version>,
  ) {
    return this.divisions.end(actor, id, version);
  }
}
