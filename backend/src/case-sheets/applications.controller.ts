import { Controller, Get, Param } from '@nestjs/common';
import { PracticeApplications, PracticeId } from '../contract/good-practices.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ApplicationsQueries } from './applications.queries.js';

@Controller('good-practices')
export class ApplicationsController {
  constructor(private readonly queries: ApplicationsQueries) {}

  @Get(':id/applications')
  @Returns(PracticeApplications)
  @Does('好事例を元にした相談（閲覧できるもの）と、公開されている事例票を得る')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: PracticeId }) id: string) {
    return this.queries.of(actor, id);
  }
}
