import type { DataSource, EntityManager } from 'typeorm';
import type { Catalogue } from './differences.js';
import { Fields } from './fields.js';
import { COLUMNS } from './measure-row.js';
import { Directory } from './owners.js';
import type { SheetContext } from './sheet-columns.js';

/** The columns of `measures m`, days as texts. */
const SELECTED = Object.entries(COLUMNS)
  .filter(([column]) => column !== 'search_key')
  .map(([column, type]) => (type === 'date' ? `m.${column}::text AS ${column}` : `m.${column}`))
  .join(', ');

export type StoredMeasure = Catalogue['measures'] extends ReadonlyMap<string, infer Row> ? Row : never;

/** Measures as they are kept, in the order of lists. */
export const storedMeasures = (
  db: DataSource | EntityManager,
  where = 'true',
  values: unknown[] = [],
): Promise<StoredMeasure[]> =>
  db.query(`SELECT ${SELECTED}, m.version FROM measures m WHERE ${where} ORDER BY m.sort, m.id`, values);

/** All that a reading is compared with. */
export async function readCatalogue(db: DataSource | EntityManager): Promise<Catalogue> {
  const measures = await storedMeasures(db);
  const bodies = new Set(measures.flatMap(({ owners }) => owners.map(({ ministry }) => ministry)));
  const [ministries, divisions] = [
    await db.query('SELECT id, name FROM ministries WHERE valid_to IS NULL'),
    await db.query('SELECT id, ministry_id, parent_id, name, aliases FROM divisions'),
  ];
  return {
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    kpis: await db.query('SELECT block, text FROM measure_kpis ORDER BY block, position'),
    directory: new Directory(ministries, divisions, [...bodies]),
    fields: await Fields.read(),
  };
}

export async function sheetContext(db: DataSource | EntityManager): Promise<SheetContext> {
  const fields: { code: string; name: string }[] = await db.query(
    'SELECT code, name FROM policy_fields WHERE valid_to IS NULL ORDER BY sort, code',
  );
  return { fields: new Map(fields.map(({ code, name }) => [name, code])) };
}
