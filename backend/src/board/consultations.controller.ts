import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  Board,
  CaseFilter,
  ConsultationDetail,
  ConsultationFilter,
  ConsultationPage,
  HistoryRow,
} from '../contract/consultations.js';
import { Paging, pageOf } from '../contract/paging.js';
import { Work } from '../contract/work.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { BoardQueries } from './board.queries.js';
import { ConsultationQueries } from './consultation.queries.js';
import { DetailQueries } from './detail.queries.js';
import { HistoryQueries } from './history.queries.js';
import { WorkQueries } from './work.queries.js';

const Id = z.uuid();

@Controller()
export class ConsultationsController {
  constructor(
    private readonly queries: ConsultationQueries,
    private readonly details: DetailQueries,
    private readonly histories: HistoryQueries,
    private readonly boards: BoardQueries,
    private readonly works: WorkQueries,
  ) {}

  @Get('consultations')
  @Returns(ConsultationPage)
  @Does('相談の一覧を、状態、団体、分野、府省庁、担当、期限、語で絞って得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: ConsultationFilter }) filter: ConsultationFilter) {
    return this.queries.list(actor, filter);
  }

  @Get('consultations/:id')
  @Returns(ConsultationDetail)
  @Does('相談の内容、見込み日、できる操作を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.details.get(actor, id);
  }

  @Get('consultations/:id/history')
  @Returns(pageOf(HistoryRow))
  @Does('相談の履歴（誰が、いつ、何を、なぜ）を、閲覧できる範囲で得る')
  history(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Paging }) paging: Paging,
  ) {
    return this.histories.list(actor, id, paging);
  }

  @Get('board')
  @Returns(Board)
  @Does('対応中の相談を、状態ごとの列に、件数と期限の近いものから得る')
  board(@CurrentActor() actor: Actor, @Query({ schema: CaseFilter }) filter: CaseFilter) {
    return this.boards.board(actor, filter);
  }

  @Get('work')
  @Returns(Work)
  @Does('自分の今日の仕事を、役割に応じて得る')
  work(@CurrentActor() actor: Actor) {
    return this.works.work(actor);
  }
}
