import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { DivisionInput, NewDivision } from '../contract/ministries.js';
import { editRow } from '../events/edit-row.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { DivisionEntity } from './division.entity.js';
import { MinistryEntity } from './ministry.entity.js';
import { mayKeepDirectory } from './policy.js';

/** 局・部・課室 of the directory, kept by the administrators. */
@Injectable()
export class DivisionsService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async create(actor: Actor, input: NewDivision): Promise<string> {
    authorize(mayKeepDirectory(actor));
    const id = `${input.ministryId}-${randomUUID().slice(0, 8)}`;
    return this.db.transaction(async (tx) => {
      if (!(await tx.existsBy(MinistryEntity, { id: input.ministryId, validTo: IsNull() }))) {
        throw invalid({ ministryId: '存続中の府省庁を選んでください。' });
      }
      if (input.validFrom > this.calendar.today())
        throw invalid({ validFrom: '開始日は今日以前の日付にしてください。' });
      await check(tx, { id, ...input });
      await tx.insert(DivisionEntity, { id, ...input });
      await record(tx, { type: 'division.create', subjectId: id, actor, ministryId: input.ministryId, data: input });
      return id;
    });
  }

  async update(actor: Actor, id: string, { version, ...change }: DivisionInput & { version: number }): Promise<void> {
    authorize(mayKeepDirectory(actor));
    await this.db.transaction(async (tx) => {
      const { ministryId } = found(await tx.findOneBy(DivisionEntity, { id }));
      await check(tx, { id, ministryId, ...change });
      await editRow(tx, actor, DivisionEntity, { type: 'division.update', key: { id }, version, change });
    });
  }

  /** Ends the division and, with it, its contacts. What is below it must have moved or ended before. */
  async end(actor: Actor, id: string, version: number): Promise<void> {
    authorize(mayKeepDirectory(actor));
    await this.db.transaction(async (tx) => {
      const today = this.calendar.today();
      const change = { validTo: today };
      await editRow(tx, actor, DivisionEntity, { type: 'division.end', key: { id }, version, change });
      const below = await tx.countBy(DivisionEntity, { parentId: id, validTo: IsNull() });
      if (below > 0) {
        const message = `この組織の下に${below}件の課室が残っています。先にそれらを終了するか、移してください。`;
        throw new DomainError('conflict', 'division.in_use', message);
      }
      await tx.query(
        'UPDATE contacts SET valid_to = greatest($2, valid_from), version = version + 1 WHERE division_id = $1 AND valid_to IS NULL',
        [id, today],
      );
    });
  }
}

type Place = Pick<DivisionEntity, 'id' | 'ministryId' | 'parentId' | 'name'>;

async function check(tx: EntityManager, { id, ministryId, parentId, name }: Place): Promise<void> {
  const siblings = { ministryId, parentId: parentId ?? IsNull(), name, validTo: IsNull() };
  const namesake = await tx.findOneBy(DivisionEntity, siblings);
  if (namesake && namesake.id !== id) throw invalid({ name: '同じ名称の課室が同じ組織の下にあります。' });
  if (parentId === null) return;
  const [line] = await tx.query(
    `WITH RECURSIVE line AS (
       SELECT id, parent_id FROM divisions WHERE id = $1 AND ministry_id = $2 AND valid_to IS NULL
       UNION SELECT d.id, d.parent_id FROM divisions d JOIN line ON d.id = line.parent_id)
     SELECT count(*)::int AS length, bool_or(id = $3) AS circular FROM line`,
    [parentId, ministryId, id],
  );
  if (line.length === 0 || line.circular) {
    throw invalid({
      parentId: '上位の組織は、同じ府省庁の存続中の組織から選んでください。自身の下にある組織は選べません。',
    });
  }
}
