import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SendBackToAuthor, SubmitKarte } from '../contract/karte.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { SubmitService } from './submit.service.js';

const Id = z.uuid();

@Controller('consultations')
export class SubmitController {
  constructor(private readonly submissions: SubmitService) {}

  @Post(':id/requestReview')
  @HttpCode(204)
  @Does('承認者に相談カルテの確認を依頼する')
  async requestReview(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<void> {
    await this.submissions.requestReview(actor, id);
  }

  @Post(':id/sendBackToAuthor')
  @HttpCode(204)
  @Does('相談カルテを、理由を付けて作成者に戻す')
  async sendBackToAuthor(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SendBackToAuthor }) { reason }: z.infer<typeof SendBackToAuthor>,
  ): Promise<void> {
    await this.submissions.sendBackToAuthor(actor, id, reason);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Returns(z.object({ number: z.string() }))
  @Does('相談カルテを提出し、受付番号を得る')
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SubmitKarte }) input: SubmitKarte,
  ) {
    return { number: await this.submissions.submit(actor, id, input) };
  }
}
