import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, ReturnsFile } from '../platform/http/route.js';
import { DOCX, fileOf, PDF } from './files.js';
import { paperDocx } from './paper-docx.js';
import { paperPdf } from './paper-pdf.js';
import { ReportQueries } from './report.queries.js';
import { reportPaper } from './report-paper.js';

const Id = z.uuid();

@Controller('team-reports')
export class ReportFilesController {
  constructor(private readonly queries: ReportQueries) {}

  @Get(':id/report.pdf')
  @ReturnsFile(PDF)
  @Does('報告をPDFで得る')
  async pdf(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<StreamableFile> {
    return fileOf(PDF, 'report.pdf', await paperPdf(await this.paperOf(actor, id)));
  }

  @Get(':id/report.docx')
  @ReturnsFile(DOCX)
  @Does('報告をWordで得る')
  async docx(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<StreamableFile> {
    return fileOf(DOCX, 'report.docx', await paperDocx(await this.paperOf(actor, id)));
  }

  private async paperOf(actor: Actor, id: string) {
    const { document, report } = await this.queries.printed(actor, id);
    return reportPaper(document, report);
  }
}
