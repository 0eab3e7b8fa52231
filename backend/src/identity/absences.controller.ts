import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Absences, SetAbsence } from '../contract/absences.js';
import { Does, Returns } from '../platform/http/route.js';
import { AbsencesService } from './absences.service.js';
import { type Actor, personId } from './actor.js';
import { CurrentActor } from './current-actor.js';

const Id = z.uuid();
const Made = z.object({ id: z.uuid() });

@Controller()
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  @Get('me/absences')
  @Returns(Absences)
  @Does('自分の不在と、代理を頼める人を得る')
  own(@CurrentActor() actor: Actor) {
    return this.absences.of(actor, personId(actor));
  }

  @Post('me/absences')
  @Returns(Made, 201)
  @Does('自分の不在と代理を設定する')
  async setOwn(@CurrentActor() actor: Actor, @Body({ schema: SetAbsence }) input: SetAbsence) {
    return { id: await this.absences.set(actor, personId(actor), input) };
  }

  @Get('people/:id/absences')
  @Returns(Absences)
  @Does('ほかの人の不在と、代理を頼める人を得る（管理者、窓口の人については窓口管理職）')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.absences.of(actor, id);
  }

  @Post('people/:id/absences')
  @Returns(Made, 201)
  @Does('ほかの人の不在と代理を設定する（管理者、窓口の人については窓口管理職）')
  async set(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetAbsence }) input: SetAbsence,
  ) {
    return { id: await this.absences.set(actor, id, input) };
  }

  @Delete('absences/:id')
  @HttpCode(204)
  @Does('不在を取り消す、または今日から戻る')
  end(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.absences.end(actor, id);
  }
}
