import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MAX_IMPORT_MB, MeasureImport, MeasureImportList } from '../contract/measures.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { UPLOAD, uploaded } from '../platform/http/upload.js';
import { ImportQueries } from './import.queries.js';
import { ImportsService } from './imports.service.js';

const Id = z.uuid();

@Controller('measure-imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportQueries,
  ) {}

  @Get()
  @Returns(MeasureImportList)
  @Does('施策の取込みの履歴を得る（窓口管理職、管理者）')
  list(@CurrentActor() actor: Actor) {
    return this.queries.list(actor);
  }

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('施策のファイルを読み、行ごとの誤りと今の登録との違いを調べる。施策は変わらない（窓口管理職、管理者）')
  async try(@CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    const { name, content } = await uploaded(request, MAX_IMPORT_MB);
    return { id: await this.imports.try(actor, name, content) };
  }

  @Get(':id')
  @Returns(MeasureImport)
  @Does('取込みの誤り、件数、違いを得る（窓口管理職、管理者）')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post(':id/apply')
  @HttpCode(204)
  @Does('調べたとおりに、すべて取り込む（窓口管理職、管理者）')
  apply(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.imports.apply(actor, id);
  }
}
