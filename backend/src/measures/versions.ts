import type { DataSource, EntityManager } from 'typeorm';
import type { CallState } from '../contract/measures.js';
import type { MeasureRef } from '../contract/reply-measures.js';
import { type StoredMeasure, storedMeasures } from './catalogue.js';
import { callState } from './measure-fields.sql.js';
import type { KeptMeasure } from './measure-row.js';

type Db = DataSource | EntityManager;

/** A measure as it stands on a day. */
export type MeasureNow = StoredMeasure & { call: CallState };

export async function measuresNow(db: Db, ids: readonly string[], today: string): Promise<Map<string, MeasureNow>> {
  if (ids.length === 0) return new Map();
  const stored = await storedMeasures(db, 'm.id = ANY ($1)', [ids]);
  const calls: { id: string; call: CallState }[] = await db.query(
    `SELECT m.id, ${callState('$2')} AS call FROM measures m WHERE m.id = ANY ($1)`,
    [ids, today],
  );
  const callOf = new Map(calls.map(({ id, call }) => [id, call]));
  return new Map(stored.map((measure) => [measure.id, { ...measure, call: callOf.get(measure.id) ?? 'none' }]));
}

export const versionKey = ({ id, version }: MeasureRef): string => `${id} ${version}`;

/** What replaced versions said, by `versionKey`. */
export async function formerMeasures(db: Db, refs: readonly MeasureRef[]): Promise<Map<string, KeptMeasure>> {
  if (refs.length === 0) return new Map();
  const kept: { measure_id: string; version: number; content: KeptMeasure }[] = await db.query(
    `SELECT h.measure_id, h.version, h.content FROM measure_history h
     JOIN jsonb_to_recordset($1::jsonb) AS r (id text, version integer) ON r.id = h.measure_id AND r.version = h.version`,
    [JSON.stringify(refs)],
  );
  return new Map(kept.map(({ measure_id: id, version, content }) => [versionKey({ id, version }), content]));
}
