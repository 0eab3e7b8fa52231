import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Preview } from '../contract/deadlines.js';
import {
  KnowledgeDetail,
  KnowledgeEffect,
  KnowledgeFilter,
  KnowledgeInput,
  KnowledgeKind,
  KnowledgePage,
} from '../contract/knowledge.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { KnowledgeQueries } from './knowledge.queries.js';
import { KnowledgeService } from './knowledge.service.js';

const Kind = { schema: KnowledgeKind };
const Id = { schema: z.string().regex(/^[0-9a-f]{16}$/) };

@Controller('knowledge/:kind')
export class KnowledgeController {
  constructor(
    private readonly queries: KnowledgeQueries,
    private readonly knowledge: KnowledgeService,
  ) {}

  @Get()
  @Returns(KnowledgePage)
  @Does('類語辞書又は所掌事務の語を得る（窓口、管理者）')
  list(
    @CurrentActor() actor: Actor,
    @Param('kind', Kind) kind: KnowledgeKind,
    @Query({ schema: KnowledgeFilter }) filter: KnowledgeFilter,
  ) {
    return this.queries.list(actor, kind, filter);
  }

  @Get(':id')
  @Returns(KnowledgeDetail)
  @Does('類語辞書又は所掌事務の語の一項目を、変更の履歴とともに得る（窓口、管理者）')
  get(@CurrentActor() actor: Actor, @Param('kind', Kind) kind: KnowledgeKind, @Param('id', Id) id: string) {
    return this.queries.get(actor, kind, id);
  }

  @Post()
  @HttpCode(200)
  @Returns(KnowledgeEffect)
  @Does('類語辞書又は所掌事務の語に項目を加える。preview では何も変えず、最近の相談への影響だけを得る')
  add(
    @CurrentActor() actor: Actor,
    @Param('kind', Kind) kind: KnowledgeKind,
    @Query({ schema: Preview }) { preview }: z.infer<typeof Preview>,
    @Body({ schema: KnowledgeInput }) input: KnowledgeInput,
  ) {
    return this.knowledge.add(actor, kind, input, preview);
  }

  @Post(':id')
  @HttpCode(200)
  @Returns(KnowledgeEffect)
  @Does('類語辞書又は所掌事務の語の項目を変更し、又は使わないことにする。preview では影響だけを得る')
  edit(
    @CurrentActor() actor: Actor,
    @Param('kind', Kind) kind: KnowledgeKind,
    @Param('id', Id) id: string,
    @Query({ schema: Preview }) { preview }: z.infer<typeof Preview>,
    @Body({ schema: KnowledgeInput }) input: KnowledgeInput,
  ) {
    return this.knowledge.edit(actor, kind, id, input, preview);
  }
}
