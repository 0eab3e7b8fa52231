import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MAX_ATTACHMENT_MB } from '../contract/karte.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { UPLOAD, uploaded } from '../platform/http/upload.js';
import { AttachmentsService } from './attachments.service.js';

const Id = z.uuid();

@Controller()
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post('consultations/:id/attachments')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('相談カルテに資料を添付する（1回に1ファイル）')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) consultationId: string,
    @Req() request: FastifyRequest,
  ) {
    const { name, content } = await uploaded(request, MAX_ATTACHMENT_MB);
    return { id: await this.attachments.attach(actor, consultationId, name, content) };
  }

  @Get('attachments/:id')
  @ReturnsFile('application/octet-stream')
  @Does('添付資料を得る')
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string, @Res() reply: FastifyReply) {
    const { name, type, content } = await this.attachments.read(actor, id);
    await reply
      .headers({
        'content-type': type,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      })
      .send(content);
  }

  @Delete('attachments/:id')
  @HttpCode(204)
  @Does('添付資料を外す（編集できる間だけ）')
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.attachments.remove(actor, id);
  }
}
