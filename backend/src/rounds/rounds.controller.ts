import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { NewRound, Round, RoundStep, RoundStepAction, Rounds, SaveRound } from '../contract/rounds.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { RoundQueries } from './round.queries.js';
import { RoundsService } from './rounds.service.js';

const Id = z.uuid();

@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly queries: RoundQueries,
    private readonly rounds: RoundsService,
  ) {}

  @Get()
  @Returns(Rounds)
  @Does('伴走支援の年度の一覧を得る')
  list(@CurrentActor() actor: Actor) {
    return this.queries.list(actor);
  }

  @Post()
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('伴走支援の年度を作る（事務局）')
  async create(@CurrentActor() actor: Actor, @Body({ schema: NewRound }) { fiscalYear }: NewRound) {
    return { id: await this.rounds.create(actor, fiscalYear) };
  }

  @Get(':id')
  @Returns(Round)
  @Does('伴走支援の年度を、日程と募集とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @HttpCode(204)
  @Does('伴走支援の年度の日程、募集、設定を変える（事務局）')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveRound }) input: SaveRound,
  ) {
    return this.rounds.save(actor, id, input);
  }

  @Post(':id/steps/:action')
  @HttpCode(204)
  @Does('伴走支援の年度を次の段階に進める')
  step(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('action', { schema: RoundStepAction }) action: RoundStepAction,
    @Body({ schema: RoundStep }) { reason }: z.infer<typeof RoundStep>,
  ) {
    return this.rounds.step(actor, id, action, reason);
  }
}
