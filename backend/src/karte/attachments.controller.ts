import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MAX_ATTACHMENT_MB } from '../contract/karte.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { invalid } from '../platform/errors.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { AttachmentsService } from './attachments.service.js';

const Id = z.uuid();
const NO_FILE = '添付するファイルを選んでください。';
const BROKEN = 'ファイルを最後まで受け取れませんでした。通信の状態を確認して、もう一度添付してください。';
const UPLOAD = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };

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
    const { name, content } = await uploaded(request);
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

/** The one file of an upload. @throws DomainError invalid, also when it is no upload at all or broke off */
async function uploaded(request: FastifyRequest): Promise<{ name: string; content: Buffer }> {
  const broken = () => {
    throw invalid({ file: BROKEN });
  };
  const file = request.isMultipart() ? await request.file().catch(broken) : undefined;
  if (!file?.filename) throw invalid({ file: NO_FILE });
  const content = await file.toBuffer().catch((error: { code?: string }) => {
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE') return broken();
    throw invalid({
      file: `「${file.filename}」は${MAX_ATTACHMENT_MB}MBを超えています。分割するか、縮小してください。`,
    });
  });
  return { name: file.filename, content };
}
