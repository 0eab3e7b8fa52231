import { Controller, Get, Query } from '@nestjs/common';
import { Deliveries, DeliveryFilter, DeliveryRows } from '../contract/deliveries.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { DeliveryQueries } from './delivery.queries.js';

@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly queries: DeliveryQueries) {}

  @Get()
  @Returns(Deliveries)
  @Does('メールの送信状況を日ごとに得る（窓口管理職、管理者）')
  days(@CurrentActor() actor: Actor) {
    return this.queries.days(actor);
  }

  @Get('rows')
  @Returns(DeliveryRows)
  @Does('メールの送信状況の明細を得る（窓口管理職、管理者）')
  rows(@CurrentActor() actor: Actor, @Query({ schema: DeliveryFilter }) filter: DeliveryFilter) {
    return this.queries.rows(actor, filter);
  }
}
