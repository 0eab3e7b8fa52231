import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AnswerSurvey, SurveySheet } from '../contract/surveys.js';
import { Public } from '../identity/current-actor.js';
import { AtMost, Does, Returns } from '../platform/http/route.js';
import { SurveyAnswersService } from './survey-answers.service.js';

const Token = z.string().min(1).max(200);

/** The survey behind a mailed link, without any session. */
@Public()
@Controller('surveys/answer')
export class SurveyAnswersController {
  constructor(private readonly answers: SurveyAnswersService) {}

  @Get(':token')
  @AtMost(60)
  @Returns(SurveySheet)
  @Does('メールのリンクで満足度調査を開く')
  sheet(@Param('token', { schema: Token }) token: string) {
    return this.answers.sheet(token);
  }

  @Post(':token')
  @AtMost(60)
  @HttpCode(204)
  @Does('満足度調査に一度だけ回答する')
  answer(
    @Param('token', { schema: Token }) token: string,
    @Body({ schema: AnswerSurvey }) { answers }: z.infer<typeof AnswerSurvey>,
  ) {
    return this.answers.answer(token, answers);
  }
}
