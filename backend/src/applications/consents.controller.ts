import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AnswerConsent, ConsentSheet } from '../contract/applications.js';
import { Public } from '../identity/current-actor.js';
import { AtMost, Does, Returns } from '../platform/http/route.js';
import { Consents } from './consents.js';

const Token = z.string().min(1).max(200);

/** What a superior does with a mailed link, without any session. */
@Public()
@Controller('consents')
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  @Get(':token')
  @AtMost(300)
  @Returns(ConsentSheet)
  @Does('メールのリンクで、所属長の同意の依頼を開く')
  sheet(@Param('token', { schema: Token }) token: string) {
    return this.consents.sheet(token);
  }

  @Post(':token')
  @AtMost(300)
  @HttpCode(204)
  @Does('所属長が一度だけ、同意する又は同意しないと返答する')
  answer(@Param('token', { schema: Token }) token: string, @Body({ schema: AnswerConsent }) input: AnswerConsent) {
    return this.consents.answer(token, input);
  }
}
