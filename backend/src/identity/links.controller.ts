import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AcceptInvitation, ForgottenPassword, Invitation, ResetPassword } from '../contract/identity.js';
import { AtMost, Does, Returns } from '../platform/http/route.js';
import { Public } from './current-actor.js';
import { LinksService } from './links.service.js';
import { PeopleQueries } from './people.queries.js';

const Token = z.string().min(1).max(200);

/** What a person may do with a link from a mail, before any session. */
@Public()
@Controller()
export class LinksController {
  constructor(
    private readonly db: DataSource,
    private readonly links: LinksService,
    private readonly people: PeopleQueries,
  ) {}

  @Post('password/forgotten')
  @AtMost(300)
  @HttpCode(204)
  @Does('パスワード再設定のメールを頼む')
  forgotten(@Body({ schema: ForgottenPassword }) { email }: z.infer<typeof ForgottenPassword>) {
    return this.links.forgotten(email);
  }

  @Post('password/reset')
  @AtMost(300)
  @HttpCode(204)
  @Does('メールのリンクでパスワードを再設定する')
  reset(@Body({ schema: ResetPassword }) { token, password }: z.infer<typeof ResetPassword>) {
    return this.links.setPassword('password', token, password);
  }

  @Get('invitations/:token')
  @Returns(Invitation)
  @Does('招待の宛先を確かめる')
  async invitation(@Param('token', { schema: Token }) token: string) {
    return this.people.invitation(await this.links.personOf(this.db.manager, 'invitation', token));
  }

  @Post('invitations/:token')
  @AtMost(300)
  @HttpCode(204)
  @Does('招待を受けて利用を始める')
  accept(
    @Param('token', { schema: Token }) token: string,
    @Body({ schema: AcceptInvitation }) { name, password }: z.infer<typeof AcceptInvitation>,
  ) {
    return this.links.setPassword('invitation', token, password, name);
  }
}
