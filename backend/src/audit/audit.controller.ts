import { Controller, Get, Query } from '@nestjs/common';
import { AuditEntry, AuditFilter } from '../contract/audit.js';
import { pageOf } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { AuditQueries } from './audit.queries.js';

@Controller('audit')
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  @Get()
  @Returns(pageOf(AuditEntry))
  @Does('監査記録を得る（窓口管理職、管理者）')
  list(@CurrentActor() actor: Actor, @Query({ schema: AuditFilter }) filter: AuditFilter) {
    return this.queries.list(actor, filter);
  }
}
