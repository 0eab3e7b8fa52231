import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AssignStep, NoteInput, TriageStep } from '../contract/consultation-steps.js';
import { Named, Note } from '../contract/consultations.js';
import { pageOf } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { NotesService } from './notes.service.js';
import { TriageService } from './triage.service.js';

const Id = { schema: z.uuid() };

@Controller()
export class TriageController {
  constructor(
    private readonly triages: TriageService,
    private readonly notes: NotesService,
  ) {}

  @Get('desk-officers')
  @Returns(pageOf(Named))
  @Does('主担当になれる窓口の職員の一覧を得る')
  officers(@CurrentActor() actor: Actor) {
    return this.triages.officers(actor);
  }

  @Post('consultations/:id/triage')
  @HttpCode(204)
  @Does('政策分野、優先度、主担当、関係府省庁案を決めて、トリアージを終える')
  triage(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: TriageStep }) input: TriageStep) {
    return this.triages.triage(actor, id, input);
  }

  @Post('consultations/:id/assign')
  @HttpCode(204)
  @Does('政策分野、優先度、主担当を変更する')
  assign(@CurrentActor() actor: Actor, @Param('id', Id) id: string, @Body({ schema: AssignStep }) input: AssignStep) {
    return this.triages.assign(actor, id, input);
  }

  @Get('consultations/:id/notes')
  @Returns(pageOf(Note))
  @Does('内部メモを得る（窓口は窓口のメモ、府省庁は自府省庁のメモ）')
  list(@CurrentActor() actor: Actor, @Param('id', Id) id: string) {
    return this.notes.list(actor, id);
  }

  @Post('consultations/:id/notes')
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('内部メモを書く')
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body({ schema: NoteInput }) input: NoteInput,
  ) {
    return { id: await this.notes.write(actor, id, input.text) };
  }
}
