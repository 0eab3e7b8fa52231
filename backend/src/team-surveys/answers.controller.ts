import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { AnswerTeamSurvey, TeamSurveySheet } from '../contract/team-surveys.js';
import { Public } from '../identity/current-actor.js';
import { AtMost, Does, Returns } from '../platform/http/route.js';
import { TeamSurveyAnswers } from './answers.service.js';

const Token = z.string().min(1).max(200);

/** The survey behind a mailed link, without any session. */
@Public()
@Controller('team-surveys/answer')
export class TeamSurveyAnswersController {
  constructor(private readonly answers: TeamSurveyAnswers) {}

  @Get(':token')
  @AtMost(300)
  @Returns(TeamSurveySheet)
  @Does('メールのリンクで伴走支援の調査を開く')
  sheet(@Param('token', { schema: Token }) token: string) {
    return this.answers.sheet(token);
  }

  @Put(':token')
  @AtMost(300)
  @HttpCode(204)
  @Does('伴走支援の調査の回答を、途中まで保存する')
  keep(@Param('token', { schema: Token }) token: string, @Body({ schema: AnswerTeamSurvey }) given: AnswerTeamSurvey) {
    return this.answers.keep(token, given);
  }

  @Post(':token')
  @AtMost(300)
  @HttpCode(204)
  @Does('伴走支援の調査に回答する（期限までは直せる）')
  answer(
    @Param('token', { schema: Token }) token: string,
    @Body({ schema: AnswerTeamSurvey }) given: AnswerTeamSurvey,
  ) {
    return this.answers.answer(token, given);
  }
}
