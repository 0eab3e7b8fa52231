import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Appointment, AppointmentLetter, LetterFilter, PublishAppointment } from '../contract/appointments.js';
import { ApproveProposal } from '../contract/proposals.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { AppointmentQueries } from './appointment.queries.js';
import { AppointmentsService } from './appointments.service.js';

const Id = z.uuid();
const PDF = 'application/pdf';

@Controller()
export class AppointmentsController {
  constructor(
    private readonly queries: AppointmentQueries,
    private readonly appointments: AppointmentsService,
  ) {}

  @Post('proposals/:id/approve')
  @HttpCode(204)
  @Does('編成案を確定し、支援官を任命する（窓口管理職）')
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ApproveProposal }) input: ApproveProposal,
  ) {
    return this.appointments.approve(actor, id, input);
  }

  @Get('rounds/:id/appointment')
  @Returns(Appointment)
  @Does('年度の任命を得る（事務局、窓口管理職）')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put('rounds/:id/appointment/letter')
  @HttpCode(204)
  @Does('任命の通知の文面を変える（事務局、窓口管理職）')
  editLetter(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AppointmentLetter }) letter: AppointmentLetter,
  ) {
    return this.appointments.editLetter(actor, id, letter);
  }

  @Get('rounds/:id/appointment/letters.pdf')
  @ReturnsFile(PDF)
  @Does('任命の通知を、全員分又は一人分のPDFで得る（事務局、窓口管理職）')
  async letters(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: LetterFilter }) filter: LetterFilter,
  ) {
    const content = await this.appointments.letters(actor, id, filter);
    const disposition = 'inline; filename="appointment.pdf"';
    return new StreamableFile(content, { type: PDF, disposition, length: content.length });
  }

  @Post('rounds/:id/appointment/publish')
  @HttpCode(204)
  @Does('任命した支援官の一覧を公表する（窓口管理職）')
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublishAppointment }) input: PublishAppointment,
  ) {
    return this.appointments.publish(actor, id, input);
  }
}
