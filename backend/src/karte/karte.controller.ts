import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  KarteCheck,
  KarteSheet,
  NewAddition,
  NewConsultation,
  NewKarteOptions,
  SavedKarte,
  SaveKarte,
  Submission,
} from '../contract/karte.js';
import { pageOf } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { AdditionsService } from './additions.service.js';
import { KarteQueries } from './karte.queries.js';
import { KarteService } from './karte.service.js';
import { KarteCreateService } from './karte-create.service.js';
import { KarteOptionsQueries } from './karte-options.queries.js';

const Id = z.uuid();
const Created = z.object({ id: z.uuid() });

@Controller('consultations')
export class KarteController {
  constructor(
    private readonly queries: KarteQueries,
    private readonly options: KarteOptionsQueries,
    private readonly creation: KarteCreateService,
    private readonly kartes: KarteService,
    private readonly additions: AdditionsService,
  ) {}

  @Post()
  @Returns(Created, 201)
  @Does('相談カルテを作る（白紙、好事例、前回の相談カルテから）')
  async create(@CurrentActor() actor: Actor, @Body({ schema: NewConsultation }) input: NewConsultation) {
    return { id: await this.creation.create(actor, input) };
  }

  @Get('new')
  @Returns(NewKarteOptions)
  @Does('相談カルテを作れる団体、受付方法、元にできる相談カルテを得る')
  newOptions(@CurrentActor() actor: Actor) {
    return this.options.get(actor);
  }

  @Get(':id/karte')
  @Returns(KarteSheet)
  @Does('相談カルテを様式とともに得る')
  sheet(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.sheet(actor, id);
  }

  @Put(':id/karte')
  @Returns(SavedKarte)
  @Does('相談カルテの下書きを保存する')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveKarte }) input: SaveKarte,
  ) {
    return this.kartes.save(actor, id, input);
  }

  @Get(':id/karte/check')
  @Returns(KarteCheck)
  @Does('提出する前に、足りない項目と確認が必要な点を得る')
  check(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.check(actor, id);
  }

  @Get(':id/submissions')
  @Returns(pageOf(Submission))
  @Does('提出の履歴と、補正で変わった項目を得る')
  submissions(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.submissions(actor, id);
  }

  @Post(':id/additions')
  @Returns(Created, 201)
  @Does('提出した相談カルテに追記する')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewAddition }) { text }: z.infer<typeof NewAddition>,
  ) {
    return { id: await this.additions.add(actor, id, text) };
  }
}
