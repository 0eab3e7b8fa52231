import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Acceptance, AcceptanceExport, AcceptanceFilter, ChosenFilter, ChosenPage } from '../contract/suggestions.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { csvFile } from '../platform/http/csv-file.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { AcceptanceQueries } from './acceptance.queries.js';

@Controller('suggestions')
export class AcceptanceController {
  constructor(private readonly acceptance: AcceptanceQueries) {}

  @Get('acceptance')
  @Returns(Acceptance)
  @Does('候補の採用率を、種類別、府省庁別、月別に得る（窓口担当、窓口管理職）')
  figures(@CurrentActor() actor: Actor, @Query({ schema: AcceptanceFilter }) filter: AcceptanceFilter) {
    return this.acceptance.figures(actor, filter);
  }

  @Get('acceptance.csv')
  @ReturnsFile('text/csv')
  @Does('候補の採用率を CSV で得る')
  async csv(
    @CurrentActor() actor: Actor,
    @Query({ schema: AcceptanceExport }) { encoding, ...filter }: z.infer<typeof AcceptanceExport>,
  ) {
    return csvFile('suggestions', await this.acceptance.csv(actor, filter), { encoding });
  }

  @Get('choices')
  @Returns(ChosenPage)
  @Does('採用率の基になった採否を、相談とともに新しい順に得る')
  rows(@CurrentActor() actor: Actor, @Query({ schema: ChosenFilter }) filter: ChosenFilter) {
    return this.acceptance.rows(actor, filter);
  }
}
