import type { DataSource, EntityManager } from 'typeorm';
import type { Passage } from '../contract/replies.js';
import type { KeptMeasure } from '../measures/measure-row.js';
import { formerMeasures, measuresNow, versionKey } from '../measures/versions.js';

/** The records that passages state, each once, as of the version they state. */
export async function statedMeasures(
  db: DataSource | EntityManager,
  passages: readonly Passage[],
  today: string,
): Promise<KeptMeasure[]> {
  const refs = passages.flatMap(({ measure }) => measure ?? []);
  const once = [...new Map(refs.map((ref) => [ref.id, ref])).values()];
  const now = await measuresNow(
    db,
    once.map(({ id }) => id),
    today,
  );
  const former = await formerMeasures(db, once);
  return once.flatMap((ref) => former.get(versionKey(ref)) ?? now.get(ref.id) ?? []);
}
