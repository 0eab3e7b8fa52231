import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Calendar } from '../calendar/calendar.js';
import {
  PlanVisit,
  SavedNote,
  SaveNote,
  SaveVisit,
  StepVisit,
  Visit,
  VisitCategories,
  VisitStep,
  Visits,
} from '../contract/visits.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { NotesService } from './notes.service.js';
import { VisitQueries } from './visit.queries.js';
import { VisitsService } from './visits.service.js';

const Id = z.uuid();

@Controller()
export class VisitsController {
  constructor(
    private readonly queries: VisitQueries,
    private readonly visits: VisitsService,
    private readonly notes: NotesService,
    private readonly calendar: Calendar,
  ) {}

  @Get('visit-categories')
  @Returns(VisitCategories)
  @Does('面会者と旅費の区分を得る')
  categories() {
    return this.queries.categories(this.calendar.today());
  }

  @Get('teams/:id/visits')
  @Returns(Visits)
  @Does('チームの現地訪問の一覧を得る')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.list(actor, id);
  }

  @Post('teams/:id/visits')
  @Returns(z.object({ id: Id }), 201)
  @Does('現地訪問を計画する（番号は送る側が作り、同じ番号は1件として扱う）')
  async plan(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PlanVisit }) input: PlanVisit,
  ) {
    return { id: await this.visits.plan(actor, id, input) };
  }

  @Get('visits/:id')
  @Returns(Visit)
  @Does('現地訪問を、メモと写真とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put('visits/:id')
  @Returns(z.object({ version: z.number().int() }))
  @Does('現地訪問の計画又は結果を保存する')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveVisit }) input: SaveVisit,
  ) {
    return { version: await this.visits.save(actor, id, input) };
  }

  @Post('visits/:id/steps/:step')
  @HttpCode(204)
  @Does('現地訪問を実施済みにし、又は理由を付けて取りやめる')
  step(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('step', { schema: VisitStep }) step: VisitStep,
    @Body({ schema: StepVisit }) input: StepVisit,
  ) {
    return this.visits.step(actor, id, step, input);
  }

  @Put('visits/:id/notes/:noteId')
  @Returns(SavedNote)
  @Does('訪問のメモを保存する（番号は端末が作り、同じ内容の再送は何も変えない）')
  note(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('noteId', { schema: Id }) noteId: string,
    @Body({ schema: SaveNote }) input: SaveNote,
  ) {
    return this.notes.save(actor, id, noteId, input);
  }
}
