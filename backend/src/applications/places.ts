import type { EntityManager } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import { writtenRows } from '../forms/inputs.js';
import { foldName } from '../platform/fold.js';

/** A 団体 that was written on a sheet, and where. */
export interface WrittenPlace {
  what: 'member' | 'wish' | 'excluded' | 'tie';
  path: string;
  text: string;
  /** null: no such 団体, or more than one. */
  code: string | null;
  kind: string | null;
}

const INPUTS: readonly (readonly [WrittenPlace['what'], string])[] = [
  ['member', 'members'],
  ['wish', 'wishes'],
  ['excluded', 'excluded'],
  ['tie', 'ties'],
];

/** By code, by name with or without the prefecture where only one bears it, in any spelling. */
export async function writtenPlaces(tx: Pick<EntityManager, 'query'>, sheet: Karte): Promise<WrittenPlace[]> {
  const written = INPUTS.flatMap(([what, key]) =>
    writtenRows(sheet, key).map(({ row, index }) => ({
      what,
      path: `${key}.${index}.place`,
      text: String(row.place ?? ''),
    })),
  );
  if (written.length === 0) return [];
  const rows: { text: string; code: string | null; kind: string | null }[] = await tx.query(
    `SELECT t.text, CASE WHEN count(m.code) = 1 THEN min(m.code) END AS code, min(m.kind) AS kind
     FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS t (text, folded)) t
     LEFT JOIN municipalities m ON m.valid_to IS NULL AND (m.code = t.folded OR left(m.code, 5) = t.folded
       OR position(' ' || t.folded || ' ' IN ' ' || m.search_key || ' ') > 0) GROUP BY t.text`,
    [written.map(({ text }) => text), written.map(({ text }) => foldName(text))],
  );
  const known = new Map(rows.map(({ text, ...place }) => [text, place]));
  return written.map((one) => ({ code: null, kind: null, ...one, ...known.get(one.text) }));
}

export async function keepPlaces(
  tx: EntityManager,
  applicationId: string,
  places: readonly WrittenPlace[],
): Promise<void> {
  await tx.query(
    `INSERT INTO application_places (application_id, what, position, code)
     SELECT $1, what, row_number() OVER (PARTITION BY what ORDER BY nth), code
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS p (what, code, nth)`,
    [applicationId, places.map(({ what }) => what), places.map(({ code }) => code)],
  );
}
