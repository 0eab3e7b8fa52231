import type { EntityManager } from 'typeorm';
import type { FormDefinition, Karte } from '../contract/forms.js';
import { textsOf } from '../forms/inputs.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { fold } from '../platform/fold.js';

/** Makes a 相談 findable by its number, its town's name and kana, all that was written on the カルテ, and its 追記. */
export async function indexForSearch(tx: EntityManager, id: string, form: FormDefinition): Promise<void> {
  const [row]: [{ karte: Karte; others: string[] }] = await tx.query(
    `SELECT c.karte, ARRAY[coalesce(c.number, ''), ${MUNICIPALITY_LABEL}, m.kana]
            || ARRAY(SELECT a.text FROM additions a WHERE a.consultation_id = c.id ORDER BY a.written_at, a.id) AS others
     FROM consultations c JOIN municipalities m ON m.code = c.municipality_code WHERE c.id = $1`,
    [id],
  );
  const text = fold([...row.others, ...textsOf(form, row.karte)].join('\n'));
  await tx.query('UPDATE consultations SET search_text = $2 WHERE id = $1', [id, text]);
}
