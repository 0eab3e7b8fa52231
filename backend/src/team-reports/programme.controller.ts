import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../calendar/clock.js';
import { ProgrammeFilter, ProgrammeReport } from '../contract/programme-reports.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { authorize } from '../platform/errors.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { isInside } from '../rounds/policy.js';
import { DOCX, fileOf, PDF, XLSX } from './files.js';
import { paperDocx } from './paper-docx.js';
import { paperPdf } from './paper-pdf.js';
import { type Programme, programmeOf } from './programme.js';
import { programmePaper } from './programme-paper.js';
import { programmeSheet } from './programme-sheet.js';

const Id = z.uuid();

/** 全体報告 of a 年度, for those who run 伴走支援. */
@Controller('rounds')
export class ProgrammeController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get(':id/report')
  @Returns(ProgrammeReport)
  @Does('年度の全体報告を、数の元になる行とともに得る（事務局、窓口管理職）')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ProgrammeFilter }) filter: ProgrammeFilter,
  ) {
    return (await this.programme(actor, id, filter)).report;
  }

  @Get(':id/report.pdf')
  @ReturnsFile(PDF)
  @Does('年度の全体報告をPDFで得る（事務局、窓口管理職）')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ProgrammeFilter }) filter: ProgrammeFilter,
  ): Promise<StreamableFile> {
    const paper = programmePaper(await this.programme(actor, id, filter), this.clock.now());
    return fileOf(PDF, 'programme.pdf', await paperPdf(paper));
  }

  @Get(':id/report.docx')
  @ReturnsFile(DOCX)
  @Does('年度の全体報告をWordで得る（事務局、窓口管理職）')
  async docx(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ProgrammeFilter }) filter: ProgrammeFilter,
  ): Promise<StreamableFile> {
    const paper = programmePaper(await this.programme(actor, id, filter), this.clock.now());
    return fileOf(DOCX, 'programme.docx', await paperDocx(paper));
  }

  @Get(':id/report.xlsx')
  @ReturnsFile(XLSX)
  @Does('年度の全体報告と数の元になる行をExcelで得る（事務局、窓口管理職）')
  async sheet(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ProgrammeFilter }) filter: ProgrammeFilter,
  ): Promise<StreamableFile> {
    return fileOf(XLSX, 'programme.xlsx', await programmeSheet(await this.programme(actor, id, filter)));
  }

  private programme(actor: Actor, id: string, { kind }: ProgrammeFilter): Promise<Programme> {
    authorize(isInside(actor));
    return programmeOf(this.db, id, kind);
  }
}
