import { foldName } from '../platform/fold.js';
import { readSeed } from '../platform/seed.js';
import type { TableRows } from '../platform/sql/upsert.js';

interface GoodPractice {
  id: string;
  pillar: string;
  name: string;
  places: { label: string; code?: string }[];
  elements: string[];
  fields: string[];
  /** Lines of the source. */
  ref: string;
}

/** The 52 好事例 and their places. */
export async function goodPracticeRows(): Promise<TableRows[]> {
  const { rows, source } = await readSeed<{ rows: GoodPractice[] }>('reference/good-practices.json');
  const practices = rows.map(({ id, pillar, name, places, elements, fields, ref }, sort) => ({
    id,
    pillar_code: pillar,
    name,
    elements,
    fields,
    search_key: foldName([name, ...elements, ...places.map(({ label }) => label)].join(' ')),
    source_ref: `${source} ${ref}`,
    sort,
  }));
  const places = rows.flatMap(({ id, places }) =>
    places.map(({ label, code }, position) => ({ good_practice_id: id, position, municipality_code: code, label })),
  );
  return [
    {
      table: 'good_practices',
      key: ['id'],
      columns: {
        id: 'text',
        pillar_code: 'text',
        name: 'text',
        elements: 'text[]',
        fields: 'text[]',
        search_key: 'text',
        source_ref: 'text',
        sort: 'integer',
      },
      versioned: false,
      rows: practices,
    },
    {
      table: 'good_practice_places',
      key: ['good_practice_id', 'position'],
      columns: { good_practice_id: 'text', position: 'integer', municipality_code: 'text', label: 'text' },
      versioned: false,
      rows: places,
    },
  ];
}
