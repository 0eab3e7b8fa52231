import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { FormDefinition, FormName, NewFormVersion } from '../contract/forms.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { FormQueries } from './form.queries.js';
import { FormsService } from './forms.service.js';

const Version = z.coerce.number().int().min(1).max(10_000);

@Controller('forms/:form')
export class FormsController {
  constructor(
    private readonly queries: FormQueries,
    private readonly forms: FormsService,
  ) {}

  @Get()
  @Returns(FormDefinition)
  @Does('今の様式を得る（相談カルテ、伴走支援の応募）')
  current(@Param('form', { schema: FormName }) form: FormName) {
    return this.queries.current(undefined, form);
  }

  @Get(':version')
  @Returns(FormDefinition)
  @Does('様式の、ある版を得る')
  get(@Param('form', { schema: FormName }) form: FormName, @Param('version', { schema: Version }) version: number) {
    return this.queries.get(version, undefined, form);
  }

  @Post()
  @Returns(z.object({ version: z.number().int() }), 201)
  @Does('様式に新しい版を加える（管理者）')
  async add(
    @CurrentActor() actor: Actor,
    @Param('form', { schema: FormName }) form: FormName,
    @Body({ schema: NewFormVersion }) input: NewFormVersion,
  ) {
    return { version: await this.forms.add(actor, form, input) };
  }
}
