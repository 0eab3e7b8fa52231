import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  Application,
  ApplicationCheck,
  ApplicationStarts,
  Applications,
  ApplicationsFilter,
  AskConsent,
  NewApplication,
  SaveApplication,
  SavedApplication,
  SubmitApplication,
  SubmittedApplication,
  Withdraw,
} from '../contract/applications.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationsService } from './applications.service.js';
import { Consents } from './consents.js';
import { SubmitApplicationService } from './submit.service.js';

const Id = z.uuid();

@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly queries: ApplicationQueries,
    private readonly applications: ApplicationsService,
    private readonly submissions: SubmitApplicationService,
    private readonly consents: Consents,
  ) {}

  @Get()
  @Returns(Applications)
  @Does('伴走支援への応募の一覧を得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: ApplicationsFilter }) filter: ApplicationsFilter) {
    return this.queries.list(actor, filter);
  }

  @Get('new')
  @Returns(ApplicationStarts)
  @Does('応募できる募集を得る')
  starts(@CurrentActor() actor: Actor) {
    return this.queries.starts(actor);
  }

  @Post()
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('応募の下書きを作る')
  async begin(@CurrentActor() actor: Actor, @Body({ schema: NewApplication }) input: NewApplication) {
    return { id: await this.applications.begin(actor, input) };
  }

  @Get(':id')
  @Returns(Application)
  @Does('応募を様式とともに得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Put(':id')
  @Returns(SavedApplication)
  @Does('応募の下書きを保存する')
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveApplication }) input: SaveApplication,
  ) {
    return this.applications.save(actor, id, input);
  }

  @Get(':id/check')
  @Returns(ApplicationCheck)
  @Does('応募する前に、足りない項目を得る')
  async check(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return { faults: await this.submissions.check(actor, id) };
  }

  @Post(':id/requestReview')
  @HttpCode(204)
  @Does('承認者に応募の確認を依頼する')
  requestReview(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.applications.requestReview(actor, id);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Returns(SubmittedApplication)
  @Does('応募し、受付番号を得る')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SubmitApplication }) { version }: z.infer<typeof SubmitApplication>,
  ) {
    return this.submissions.submit(actor, id, version);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @Does('応募を取り下げる、選定を辞退する')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Withdraw }) { reason }: z.infer<typeof Withdraw>,
  ) {
    return this.applications.withdraw(actor, id, reason);
  }

  @Post(':id/consent')
  @HttpCode(204)
  @Does('所属長に改めて同意を求める')
  askConsent(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskConsent }) input: z.infer<typeof AskConsent>,
  ) {
    return this.consents.askAgain(actor, id, input);
  }
}
