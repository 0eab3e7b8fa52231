import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { InvitePerson, Person, UpdatePerson } from '../contract/identity.js';
import { Paging, pageOf } from '../contract/paging.js';
import { Does, Returns } from '../platform/http/route.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';

const Filter = Paging.extend({ q: z.string().trim().max(100).optional() });
const Id = z.uuid();

@Controller('people')
export class PeopleController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Returns(pageOf(Person))
  @Does('利用者の一覧を得る（管理者）')
  list(@CurrentActor() actor: Actor, @Query({ schema: Filter }) filter: z.infer<typeof Filter>) {
    return this.queries.list(actor, filter);
  }

  @Get(':id')
  @Returns(Person)
  @Does('利用者を得る（管理者）')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post()
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('利用者を招待する（管理者）')
  async invite(@CurrentActor() actor: Actor, @Body({ schema: InvitePerson }) input: InvitePerson) {
    return { id: await this.people.invite(actor, input) };
  }

  @Post(':id/invitations')
  @HttpCode(204)
  @Does('招待のメールをもう一度送る（管理者）')
  inviteAgain(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.people.inviteAgain(actor, id);
  }

  @Put(':id')
  @HttpCode(204)
  @Does('利用者の氏名、役割、停止を変更する（管理者）')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: UpdatePerson }) input: UpdatePerson,
  ) {
    return this.people.update(actor, id, input);
  }
}
