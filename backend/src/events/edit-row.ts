import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { DomainError, found, sameVersion } from '../platform/errors.js';
import { type Happening, record } from './record.js';

interface Editable {
  version: number;
  validTo?: string | null;
}

interface Edit<Row> {
  /** The event: `noun.verb`. */
  type: string;
  key: FindOptionsWhere<Row>;
  /** The version the person saw. */
  version: number;
  change: Partial<Row>;
  /** Personal data: the trail names the fields that changed, not what they held. */
  personal?: boolean;
}

/** Edits a row of reference data: lock, still in force?, still the version seen?, save, and write down old and new. */
export async function editRow<Row extends Editable>(
  tx: EntityManager,
  actor: Happening['actor'],
  entity: EntityTarget<Row>,
  { type, key, version, change, personal = false }: Edit<Row>,
): Promise<Row> {
  const row = found(await tx.findOne(entity, { where: key, lock: { mode: 'pessimistic_write' } }));
  if (row.validTo) {
    throw new DomainError('conflict', 'ended', '終了しているため変更できません。必要なら新しく登録してください。');
  }
  sameVersion(row.version, version, row);

  const changed = (Object.keys(change) as (keyof Row & string)[]).filter((field) => row[field] !== change[field]);
  if (changed.length === 0) return row;
  const before = Object.fromEntries(changed.map((field) => [field, row[field]]));
  const after = Object.fromEntries(changed.map((field) => [field, change[field]]));
  const saved = await tx.save(entity, Object.assign(row, change, { version: version + 1 }));
  await record(tx, {
    type,
    subjectId: Object.values(key).join(':'),
    actor,
    data: personal ? { changed } : { before, after },
  });
  return saved;
}
