import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Contact, ContactFilter, ContactInput, ContactList, NewContact } from '../contract/ministries.js';
import { Paging } from '../contract/paging.js';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Does, Returns } from '../platform/http/route.js';
import { ContactQueries } from './contact.queries.js';
import { ContactsService } from './contacts.service.js';

const Id = z.uuid();
const Filter = Paging.extend(ContactFilter.shape);
const Update = z.object({ version: z.number().int(), contact: ContactInput });
const Version = z.object({ version: z.coerce.number().int() });

@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly queries: ContactQueries,
    private readonly contacts: ContactsService,
  ) {}

  @Get()
  @Returns(ContactList)
  @Does('府省庁の担当者を得る')
  list(@CurrentActor() actor: Actor, @Query({ schema: Filter }) filter: z.infer<typeof Filter>) {
    return this.queries.list(actor, filter);
  }

  @Get(':id')
  @Returns(Contact)
  @Does('担当者を得る')
  get(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string) {
    return this.queries.get(actor, id);
  }

  @Post()
  @Returns(z.object({ id: z.uuid() }), 201)
  @Does('担当者を登録する（管理者、自府省庁・自課室）')
  async create(@CurrentActor() actor: Actor, @Body({ schema: NewContact }) input: NewContact) {
    return { id: await this.contacts.create(actor, input) };
  }

  @Put(':id')
  @HttpCode(204)
  @Does('担当者を変更する（管理者、自府省庁・自課室）')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Update }) input: z.infer<typeof Update>,
  ) {
    return this.contacts.update(actor, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('担当者を終了する（管理者、自府省庁・自課室）')
  end(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Version }) { version }: z.infer<typeof Version>,
  ) {
    return this.contacts.end(actor, id, version);
  }
}
