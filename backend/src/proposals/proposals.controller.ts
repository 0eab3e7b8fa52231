import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AskProposal,
  AskRepair,
  ChangedProposal,
  ChangePreview,
  MakeChange,
  ProposalChange,
  ProposalComparison,
  ProposalPage,
  Proposals,
} from '../contract/proposals.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ChangeQueries } from './change.queries.js';
import { ProposalQueries } from './proposal.queries.js';
import { ProposalsService } from './proposals.service.js';

const Id = z.uuid();
const Created = z.object({ id: z.uuid() });

@Controller()
export class ProposalsController {
  constructor(
    private readonly queries: ProposalQueries,
    private readonly changes: ChangeQueries,
    private readonly proposals: ProposalsService,
  ) {}

  @Get('rounds/:id/proposals')
  @Returns(Proposals)
  @Does('年度の編成案の一覧を得る（事務局、窓口管理職）')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.list(actor, id);
  }

  @Post('rounds/:id/proposals')
  @Returns(Created, 201)
  @Does('編成案の計算を頼む（事務局）')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskProposal }) input: AskProposal,
  ) {
    return { id: await this.proposals.ask(actor, id, input) };
  }

  @Get('proposals/:id')
  @Returns(ProposalPage)
  @Does('編成案を、チーム、適合度の内訳、待機者、版とともに得る（事務局、窓口管理職）')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Get('proposals/:id/preview')
  @Returns(ChangePreview)
  @Does('編成案の変更が何をもたらすかを、変更する前に得る（事務局、窓口管理職）')
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ProposalChange }) change: ProposalChange,
  ) {
    return this.changes.preview(actor, id, change);
  }

  @Get('proposals/:id/compare/:other')
  @Returns(ProposalComparison)
  @Does('二つの編成案の違いを得る（事務局、窓口管理職）')
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Param('other', { schema: Id }) other: string,
  ) {
    return this.changes.compare(actor, id, other);
  }

  @Post('proposals/:id/changes')
  @Returns(ChangedProposal, 201)
  @Does('編成案を、理由を付けて手で変更する（事務局）')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MakeChange }) input: MakeChange,
  ) {
    return { version: await this.proposals.change(actor, id, input) };
  }

  @Post('proposals/:id/stop')
  @HttpCode(204)
  @Does('編成案の計算を止め、その時点で最良のものを採る（事務局）')
  stop(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.proposals.stop(actor, id);
  }

  @Post('proposals/:id/again')
  @Returns(Created, 201)
  @Does('今の規則を保って、配点と人数を改め、又は改めずに編成案を計算し直す（事務局）')
  async again(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskProposal }) input: AskProposal,
  ) {
    return { id: await this.proposals.askAgain(actor, id, input) };
  }

  @Post('proposals/:id/repair')
  @Returns(Created, 201)
  @Does('支援官の辞退後に、動く人を少なく保って再編成を計算する（事務局）')
  async repair(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AskRepair }) input: AskRepair,
  ) {
    return { id: await this.proposals.repair(actor, id, input) };
  }
}
