import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { NewKpi, RemoveKpi, SaveKpi, TeamKpiPage, TeamKpis } from '../contract/team-kpis.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { KpiQueries } from './kpi.queries.js';
import { KpisService } from './kpis.service.js';

const Id = z.uuid();

@Controller()
export class KpisController {
  constructor(
    private readonly queries: KpiQueries,
    private readonly kpis: KpisService,
  ) {}

  @Get('teams/:id/kpis')
  @Returns(TeamKpis)
  @Does('支援チームの計画のKPIを、進捗率とともに得る')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.list(actor, id);
  }

  @Post('teams/:id/kpis')
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('支援チームの計画にKPIを加える')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewKpi }) input: NewKpi,
  ) {
    return { id: await this.kpis.add(actor, id, input) };
  }

  @Get('team-kpis/:id')
  @Returns(TeamKpiPage)
  @Does('KPIの一つを、これまでの版とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put('team-kpis/:id')
  @Returns(z.object({ version: z.number().int() }))
  @Does('KPIを保存する')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveKpi }) input: SaveKpi,
  ) {
    return { version: await this.kpis.save(actor, id, input) };
  }

  @Post('team-kpis/:id/remove')
  @HttpCode(204)
  @Does('KPIを計画から外す（これまでの版は残る）')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RemoveKpi }) input: RemoveKpi,
  ) {
    await this.kpis.remove(actor, id, input);
  }
}
