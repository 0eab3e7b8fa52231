import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Ministry, MinistryFilter, MinistryInput, MinistryList, NewMinistry } from '../contract/ministries.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { MinistriesService } from './ministries.service.js';
import { MinistryQueries } from './ministry.queries.js';

const Id = z.string().max(40);
const Update = MinistryInput.extend({ version: z.number().int() });
const Version = z.object({ version: z.coerce.number().int() });
const One = MinistryFilter.pick({ ended: true });

@Controller('ministries')
export class MinistriesController {
  constructor(
    private readonly queries: MinistryQueries,
    private readonly ministries: MinistriesService,
  ) {}

  @Get()
  @Returns(MinistryList)
  @Does('府省庁と課室の名簿を得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: MinistryFilter }) filter: MinistryFilter) {
    return this.queries.list(actor, filter);
  }

  @Get(':id')
  @Returns(Ministry)
  @Does('府省庁とその課室を得る')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: One }) { ended }: z.infer<typeof One>,
  ) {
    return this.queries.get(actor, id, ended);
  }

  @Post()
  @Returns(z.object({ id: z.string() }), 201)
  @Does('府省庁を登録する（管理者）')
  async create(@CurrentActor() actor: Actor, @Body({ schema: NewMinistry }) input: NewMinistry) {
    return { id: await this.ministries.create(actor, input) };
  }

  @Put(':id')
  @HttpCode(204)
  @Does('府省庁を変更する（管理者）')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Update }) input: z.infer<typeof Update>,
  ) {
    return this.ministries.update(actor, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('府省庁を終了する（管理者）')
  end(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Version }) { version }: z.infer<typeof Version>,
  ) {
    return this.ministries.end(actor, id, version);
  }
}
