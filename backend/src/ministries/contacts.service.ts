import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { ContactInput, NewContact } from '../contract/ministries.js';
import { editRow } from '../events/edit-row.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found, invalid } from '../platform/errors.js';
import { ContactEntity } from './contact.entity.js';
import { DivisionEntity } from './division.entity.js';
import { MinistryEntity } from './ministry.entity.js';
import { mayKeepContact, mayReadContacts } from './policy.js';

/** 担当者: a ministry keeps its own. The trail says which fields changed, never whose name stood there. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async create(actor: Actor, { contact, ...place }: NewContact): Promise<string> {
    authorize(mayKeepContact(actor, place));
    return this.db.transaction(async (tx) => {
      const { ministryId, divisionId, validFrom } = place;
      if (validFrom > this.calendar.today()) throw invalid({ validFrom: '開始日は今日以前の日付にしてください。' });
      const known = divisionId
        ? await tx.existsBy(DivisionEntity, { id: divisionId, ministryId, validTo: IsNull() })
        : await tx.existsBy(MinistryEntity, { id: ministryId, validTo: IsNull() });
      if (!known) throw invalid({ divisionId: '存続中の府省庁と課室を選んでください。' });
      const { identifiers } = await tx.insert(ContactEntity, { ...place, ...contact });
      const id: string = identifiers[0]?.id;
      await record(tx, { type: 'contact.create', subjectId: id, actor, ministryId, data: { divisionId } });
      return id;
    });
  }

  async update(
    actor: Actor,
    id: string,
    { version, contact }: { version: number; contact: ContactInput },
  ): Promise<void> {
    await this.edit(actor, id, 'contact.update', version, contact);
  }

  async end(actor: Actor, id: string, version: number): Promise<void> {
    await this.edit(actor, id, 'contact.end', version, { validTo: this.calendar.today() });
  }

  private edit(actor: Actor, id: string, type: string, version: number, change: Partial<ContactEntity>): Promise<void> {
    return this.db.transaction(async (tx) => {
      const row = found(mayReadContacts(actor) ? await tx.findOneBy(ContactEntity, { id }) : null);
      authorize(mayKeepContact(actor, row));
      await editRow(tx, actor, ContactEntity, { type, key: { id }, version, change, personal: true });
    });
  }
}
