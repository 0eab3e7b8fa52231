import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Paging } from '../contract/paging.js';
import { QueueReport } from '../contract/queue.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { QueueService } from './queue.service.js';

const JobId = z.string().min(1).max(200);

@Controller('queue')
export class QueueController {
  constructor(private readonly queue: QueueService) {}

  @Get()
  @Returns(QueueReport)
  @Does('待ち行列の状況と、失敗した仕事を得る（管理者）')
  report(@CurrentActor() actor: Actor, @Query({ schema: Paging }) paging: Paging) {
    return this.queue.report(actor, paging);
  }

  @Post('failed/:id/retry')
  @HttpCode(204)
  @Does('失敗した仕事をもう一度実行する（管理者）')
  retry(@CurrentActor() actor: Actor, @Param('id', { schema: JobId }) id: string) {
    return this.queue.retry(actor, id);
  }
}
