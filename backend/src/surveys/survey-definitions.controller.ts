import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { NewSurveyVersion, SurveyDefinitions } from '../contract/surveys.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { SurveyDefinitionsService } from './definitions.service.js';

const Survey = z.string().regex(/^[a-z][a-z-]{0,39}$/);

@Controller('survey-definitions')
export class SurveyDefinitionsController {
  constructor(private readonly definitions: SurveyDefinitionsService) {}

  @Get()
  @Returns(SurveyDefinitions)
  @Does('調査の設問を、すべての版について得る（管理者、窓口管理職）')
  list(@CurrentActor() actor: Actor) {
    return this.definitions.list(actor);
  }

  @Post(':survey')
  @Returns(z.object({ version: z.number().int() }), 201)
  @Does('調査の設問に新しい版を加える（管理者）')
  async add(
    @CurrentActor() actor: Actor,
    @Param('survey', { schema: Survey }) survey: string,
    @Body({ schema: NewSurveyVersion }) input: NewSurveyVersion,
  ) {
    return { version: await this.definitions.add(actor, survey, input) };
  }
}
