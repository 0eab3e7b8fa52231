import type { DataSource, EntityManager } from 'typeorm';
import type { Passage } from '../contract/replies.js';
import type { PassageRecord } from '../contract/reply-measures.js';
import { changesOf } from '../measures/differences.js';
import { formerMeasures, measuresNow, versionKey } from '../measures/versions.js';
import { amountLines, measureText } from './measure-passage.js';

/** What the catalogue says today of every passage that states one of its records. */
export async function recordsOf(
  db: DataSource | EntityManager,
  passages: readonly Passage[],
  today: string,
): Promise<PassageRecord[]> {
  const refs = passages.flatMap(({ measure }) => measure ?? []);
  const ids = [...new Set(refs.map(({ id }) => id))];
  const [now, former] = [await measuresNow(db, ids, today), await formerMeasures(db, refs)];
  return passages.flatMap(({ id: passageId, text, measure: ref }) => {
    const current = ref && now.get(ref.id);
    if (!current) return [];
    const stated = former.get(versionKey(ref)) ?? current;
    return [
      {
        passageId,
        measureId: ref.id,
        title: current.title,
        version: ref.version,
        current: current.version,
        call: current.call,
        applyUntil: current.apply_until,
        changes: changesOf(stated, current),
        edited: text !== measureText(stated, ref.version),
        fresh: measureText(current, current.version),
        differing: amountLines(stated).filter((line) => !`\n${text}\n`.includes(`\n${line}\n`)),
      },
    ];
  });
}
