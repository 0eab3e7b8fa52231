import type { EntityManager } from 'typeorm';

/** Rows of facts for a table. */
export interface TableRows {
  table: string;
  key: readonly string[];
  /** Column → type. */
  columns: Readonly<Record<string, string>>;
  /** The table has a `version`: rows that somebody edited (version > 1) stay as they are. */
  versioned: boolean;
  rows: readonly object[];
}

/** Inserts what is missing and corrects what differs, in one statement. */
export async function upsert(tx: EntityManager, { table, key, columns, versioned, rows }: TableRows): Promise<void> {
  const names = Object.keys(columns);
  const others = names.filter((column) => !key.includes(column));
  const tuple = (of: string) => `ROW(${others.map((column) => `${of}.${column}`).join(', ')})`;
  await tx.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb)
       AS r (${names.map((column) => `${column} ${columns[column]}`).join(', ')})
     ON CONFLICT (${key.join(', ')}) DO UPDATE
       SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE ${tuple(table)} IS DISTINCT FROM ${tuple('excluded')} ${versioned ? `AND ${table}.version = 1` : ''}`,
    [JSON.stringify(rows)],
  );
}
