import { readSeed, type SeedFile } from '../platform/seed.js';
import type { TableRows } from '../platform/sql/upsert.js';

interface Body {
  id: string;
  name: string;
  parent?: string;
  from?: string;
  to?: string;
  source?: string;
}

type Ministry = Body & { short: string; kana: string };
type Division = Body & { ministry: string; aliases?: string[]; line?: number; next?: string };

/** 府省庁, with the role mailbox of each 取りまとめ課. */
export async function ministryRows(): Promise<TableRows> {
  const file = await readSeed<{ rows: Ministry[] }>('reference/ministries.json');
  return {
    table: 'ministries',
    key: ['id'],
    columns: {
      id: 'text',
      name: 'text',
      short_name: 'text',
      kana: 'text',
      parent_id: 'text',
      mailbox: 'text',
      sort: 'integer',
      valid_from: 'date',
      valid_to: 'date',
      source: 'text',
    },
    versioned: true,
    rows: file.rows.map((row, index) => ({
      ...validity(row, file),
      id: row.id,
      name: row.name,
      short_name: row.short,
      kana: row.kana,
      parent_id: row.parent,
      mailbox: `${row.id}@ministries.example`,
      sort: (index + 1) * 10,
    })),
  };
}

/** 局・部・課室, those that have ended too, each with its successor. */
export async function divisionRows(): Promise<TableRows> {
  const file = await readSeed<{ rows: Division[] }>('reference/divisions.json');
  return {
    table: 'divisions',
    key: ['id'],
    columns: {
      id: 'text',
      ministry_id: 'text',
      parent_id: 'text',
      name: 'text',
      aliases: 'text[]',
      succeeded_by: 'text',
      valid_from: 'date',
      valid_to: 'date',
      source: 'text',
    },
    versioned: true,
    rows: file.rows.map((row) => ({
      ...validity(row, { ...file, source: `${file.source} L${row.line}` }),
      id: row.id,
      ministry_id: row.ministry,
      parent_id: row.parent,
      name: row.name,
      aliases: row.aliases ?? [],
      succeeded_by: row.next,
    })),
  };
}

const validity = (row: Body, file: SeedFile) => ({
  valid_from: row.from ?? file.sourceDate,
  valid_to: row.to,
  source: row.source ?? file.source,
});
