import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { MeasureId } from '../contract/measures.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does } from '../platform/http/route.js';
import { BasketService } from './basket.service.js';

@Controller('measure-basket')
export class BasketController {
  constructor(private readonly basket: BasketService) {}

  @Put(':id')
  @HttpCode(204)
  @Does('施策を自分の控えに入れる')
  add(@CurrentActor() actor: Actor, @Param('id', { schema: MeasureId }) id: string) {
    return this.basket.add(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('施策を自分の控えから外す')
  remove(@CurrentActor() actor: Actor, @Param('id', { schema: MeasureId }) id: string) {
    return this.basket.remove(actor, id);
  }

  @Delete()
  @HttpCode(204)
  @Does('自分の控えを空にする')
  empty(@CurrentActor() actor: Actor) {
    return this.basket.empty(actor);
  }
}
