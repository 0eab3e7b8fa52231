import type { EntityManager } from 'typeorm';
import { formatWareki } from '../contract/calendar.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { foldName } from '../platform/fold.js';
import type { CaseSheetEntity } from './case-sheet.entity.js';

/** After the published cases, which come in the order of their source. */
const SORT = 1000;

interface Place {
  code: string;
  label: string;
}

/** Puts a 事例票 among the 好事例: found, started from and shown on the map like the others. */
export async function putIntoLibrary(tx: EntityManager, sheet: CaseSheetEntity, day: string): Promise<void> {
  const { id, consultationId, pillarCode, title, elements, fieldCodes, named } = sheet;
  const places = await placesOf(tx, consultationId, named);
  const { situation, initiative, support, results, partners } = sheet;
  const texts = [title, ...elements, ...places.map(({ label }) => label), situation, initiative, support, results];
  const searchKey = foldName([...texts, ...partners.map(({ name }) => name)].join(' '));
  await tx.query(
    `INSERT INTO good_practices (id, pillar_code, name, elements, fields, search_key, source_ref, sort, case_sheet_id)
     VALUES ($1::uuid::text, $2, $3, $4, $5, $6, $7, $8, $1::uuid)`,
    [id, pillarCode, title, elements, fieldCodes, searchKey, `事例票、${formatWareki(day)}公開`, SORT],
  );
  await tx.query(
    `INSERT INTO good_practice_places (good_practice_id, position, municipality_code, label)
     SELECT $1, position - 1, code, label FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS p (code, label, position)`,
    [id, places.map(({ code }) => code), places.map(({ label }) => label)],
  );
}

/** Out of the library, the suggestions, the search and the map, at once. */
export const takeOutOfLibrary = (tx: EntityManager, { id }: CaseSheetEntity): Promise<unknown> =>
  tx.query('DELETE FROM good_practices WHERE case_sheet_id = $1', [id]);

/** The towns; where they are not to be named, their prefectures. */
const placesOf = (tx: EntityManager, consultationId: string, named: boolean): Promise<Place[]> =>
  tx.query(
    `SELECT DISTINCT ON (m.code) m.code, ${MUNICIPALITY_LABEL} AS label
     FROM (SELECT municipality_code AS code FROM consultations WHERE id = $1
           UNION SELECT municipality_code FROM consultation_members WHERE consultation_id = $1) town
     JOIN municipalities t ON t.code = town.code
     JOIN municipalities m ON m.code = CASE WHEN $2 THEN t.code ELSE t.prefecture_code END ORDER BY m.code`,
    [consultationId, named],
  );
