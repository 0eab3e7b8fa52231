import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MAX_PHOTO_MB, PhotoWords } from '../contract/visits.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { invalid } from '../platform/errors.js';
import { Does, Returns, ReturnsFile } from '../platform/http/route.js';
import { UPLOAD, uploaded } from '../platform/http/upload.js';
import { PhotosService } from './photos.service.js';

const Id = z.uuid();

const TEXTS = ['caption', 'consent', 'agreed'];
const FORM = {
  ...UPLOAD,
  properties: { ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' }])), ...UPLOAD.properties },
  required: [...TEXTS, ...UPLOAD.required],
};

@Controller()
export class PhotosController {
  constructor(private readonly photos: PhotosService) {}

  @Post('visits/:id/photos')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @Returns(z.object({ id: Id }), 201)
  @Does('訪問の写真を、写っている人の同意の確認とともに加える（1回に1枚）')
  async add(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string, @Req() request: FastifyRequest) {
    const { texts, ...file } = await uploaded(request, MAX_PHOTO_MB);
    const words = PhotoWords.safeParse({ caption: '', consent: '', ...texts });
    if (!words.success) {
      throw invalid(Object.fromEntries(words.error.issues.map(({ path, message }) => [path.join('.'), message])));
    }
    return { id: await this.photos.add(actor, id, file, words.data) };
  }

  @Get('visit-photos/:id')
  @ReturnsFile('image/jpeg')
  @Does('訪問の写真を得る')
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string, @Res() reply: FastifyReply) {
    const content = await this.photos.read(actor, id);
    await reply
      .headers({
        'content-type': 'image/jpeg',
        'content-disposition': 'inline; filename="photo.jpg"',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      })
      .send(content);
  }

  @Delete('visit-photos/:id')
  @HttpCode(204)
  @Does('訪問の写真を削除する（写真そのものが消える）')
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.photos.remove(actor, id);
  }
}
