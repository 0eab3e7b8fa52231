import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { MinistryInput, NewMinistry } from '../contract/ministries.js';
import { editRow } from '../events/edit-row.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, invalid } from '../platform/errors.js';
import { MinistryEntity } from './ministry.entity.js';
import { mayKeepDirectory } from './policy.js';

/** 府省庁 of the directory, kept by the administrators. Nothing is deleted: what ends keeps its row for the old cases. */
@Injectable()
export class MinistriesService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async create(actor: Actor, input: NewMinistry): Promise<string> {
    authorize(mayKeepDirectory(actor));
    return this.db.transaction(async (tx) => {
      if (await tx.existsBy(MinistryEntity, { id: input.id })) throw invalid({ id: 'この識別子は使われています。' });
      if (input.validFrom > this.calendar.today())
        throw invalid({ validFrom: '開始日は今日以前の日付にしてください。' });
      await check(tx, input.id, input);
      await tx.insert(MinistryEntity, input);
      await record(tx, { type: 'ministry.create', subjectId: input.id, actor, data: input });
      return input.id;
    });
  }

  async update(actor: Actor, id: string, { version, ...change }: MinistryInput & { version: number }): Promise<void> {
    authorize(mayKeepDirectory(actor));
    await this.db.transaction(async (tx) => {
      await check(tx, id, change);
      await editRow(tx, actor, MinistryEntity, { type: 'ministry.update', key: { id }, version, change });
    });
  }

  /** Ends the ministry. Its divisions must have moved or ended before. */
  async end(actor: Actor, id: string, version: number): Promise<void> {
    authorize(mayKeepDirectory(actor));
    await this.db.transaction(async (tx) => {
      const change = { validTo: this.calendar.today() };
      await editRow(tx, actor, MinistryEntity, { type: 'ministry.end', key: { id }, version, change });
      const [left] = await tx.query(
        `SELECT (SELECT count(*)::int FROM divisions WHERE ministry_id = $1 AND valid_to IS NULL) AS divisions,
                (SELECT count(*)::int FROM ministries WHERE parent_id = $1 AND valid_to IS NULL) AS bodies`,
        [id],
      );
      if (left.divisions + left.bodies > 0) {
        throw new DomainError(
          'conflict',
          'ministry.in_use',
          `課室${left.divisions}件、外局${left.bodies}件が残っています。先にそれらを終了するか、移してください。`,
        );
      }
    });
  }
}

async function check(tx: EntityManager, id: string, { name, parentId }: MinistryInput): Promise<void> {
  const namesake = await tx.findOneBy(MinistryEntity, { name, validTo: IsNull() });
  if (namesake && namesake.id !== id) throw invalid({ name: '同じ名称の府省庁があります。' });
  if (parentId === null) return;
  const parent = await tx.findOneBy(MinistryEntity, { id: parentId, validTo: IsNull() });
  if (!parent || parent.parentId !== null || parentId === id) {
    throw invalid({ parentId: '上位の府省庁は、外局でない存続中の府省庁から選んでください。' });
  }
}
