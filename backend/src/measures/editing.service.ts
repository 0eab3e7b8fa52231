import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { EditMeasure, MeasureContentEdit, MeasureForm } from '../contract/measure-edit.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid, sameVersion } from '../platform/errors.js';
import { upsert } from '../platform/sql/upsert.js';
import { readCatalogue, storedMeasures } from './catalogue.js';
import { changesOf } from './differences.js';
import { contentOf, withContent } from './edited-content.js';
import { COLUMNS, rowOf } from './measure-row.js';
import { mayEdit } from './policy.js';

/** One measure, corrected by a person: a new version with its author and reason, as an import makes one. */
@Injectable()
export class EditingService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async form(actor: Actor, id: string): Promise<MeasureForm> {
    authorize(mayEdit(actor));
    const [stored] = await storedMeasures(this.db, 'm.id = $1', [id]);
    const measure = found(stored);
    const [ministries, fields] = [
      await this.db.query('SELECT id AS value, name AS label FROM ministries WHERE valid_to IS NULL ORDER BY sort, id'),
      await this.db.query(
        'SELECT code AS value, name AS label FROM policy_fields WHERE valid_to IS NULL ORDER BY sort, code',
      ),
    ];
    const others = measure.owners.filter(({ ministryId }) => ministryId === null).map(({ ministry }) => ministry);
    return { id, version: measure.version, content: contentOf(measure), choices: { ministries, fields }, others };
  }

  /** What changes nothing makes no version. */
  async edit(actor: Actor, id: string, { version, content, reason }: EditMeasure): Promise<number> {
    authorize(mayEdit(actor));
    return this.db.transaction(async (tx) => {
      // As an import does, before any row: else the two may wait for each other.
      await tx.query('LOCK TABLE measures IN ROW EXCLUSIVE MODE');
      const [locked] = await tx.query('SELECT sort FROM measures WHERE id = $1 FOR UPDATE', [id]);
      const { sort }: { sort: number } = found(locked);
      const [stored] = await storedMeasures(tx, 'm.id = $1', [id]);
      const before = found(stored);
      sameVersion(before.version, version, { version: before.version, content: contentOf(before) });
      await this.refuseUnknown(tx, content);
      const { directory } = await readCatalogue(tx);
      const after = withContent(before, content, directory);
      if (changesOf(before, after).length === 0) return before.version;
      const next = before.version + 1;
      const made = { edited_by: personId(actor), edited_at: this.clock.now(), edit_reason: reason, import_id: null };
      await upsert(tx, {
        table: 'measures',
        key: ['id'],
        columns: { ...COLUMNS, ...MADE, version: 'integer' },
        versioned: false,
        rows: [{ ...rowOf(after, sort), ...made, version: next }],
      });
      const columns = changesOf(before, after).map(({ label }) => label);
      await record(tx, { type: 'measure.edit', subjectId: id, actor, reason, data: { version: next, columns } });
      return next;
    });
  }

  private async refuseUnknown(tx: EntityManager, { fields, owners }: MeasureContentEdit): Promise<void> {
    const known = async (sql: string, values: unknown[]) =>
      new Set((await tx.query(sql, [values])).map(({ key }: { key: string }) => key));
    const codes = await known('SELECT code AS key FROM policy_fields WHERE code = ANY ($1)', fields);
    const ids = await known(
      'SELECT id AS key FROM ministries WHERE id = ANY ($1)',
      owners.map(({ ministryId }) => ministryId),
    );
    const faults = Object.fromEntries([
      ...(fields.every((code) => codes.has(code)) ? [] : [['content.fields', '政策分野を選び直してください']]),
      ...owners.flatMap(({ ministryId }, i) =>
        ids.has(ministryId) ? [] : [[`content.owners.${i}.ministryId`, 'この府省庁は名簿にありません']],
      ),
    ]);
    if (Object.keys(faults).length > 0) throw invalid(faults);
  }
}

/** By what a version was made. */
export const MADE = { edited_by: 'uuid', edited_at: 'timestamptz', edit_reason: 'text', import_id: 'uuid' };
