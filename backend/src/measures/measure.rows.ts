import { divisionRows, ministryRows } from '../ministries/ministry.rows.js';
import { readSeed, type SeedFile } from '../platform/seed.js';
import type { TableRows } from '../platform/sql/upsert.js';
import { Fields } from './fields.js';
import { COLUMNS, EMPTY, type KeptMeasure, rowOf, sortAt } from './measure-row.js';
import { Directory } from './owners.js';
import { cleaned } from './printed-text.js';
import type { PrintedOwner } from './reading.js';
import { refOf } from './strategy-2022.js';

/** Facts of `backend/seed/routing`, as the suggestions use them. */
interface Printed2025 {
  id: string;
  ref: string;
  title: string;
  place: string[];
  programs: string[];
  lead: string[];
  related: string[];
}

interface Printed2022 {
  id: string;
  heading: string;
  path: string[];
  divisions: { org: string; divisions: string[] }[];
  line: number;
}

interface Repeated {
  id: string;
  of: string;
  after: string;
  ref: string;
  place: string[];
}

/** The measures of both strategies: names, places, 主な事業 and owners. Their sentences come by import. */
export async function measureRows(): Promise<TableRows> {
  const directory = new Directory(
    (await ministryRows()).rows as ConstructorParameters<typeof Directory>[0],
    (await divisionRows()).rows as ConstructorParameters<typeof Directory>[1],
  );
  const fields = await Fields.read();
  const measures = [...(await measures2025(directory, fields)), ...(await records2022(directory, fields))];
  const counted: Record<string, number> = {};
  const rows = measures.map((measure) => {
    const at = counted[measure.edition] ?? 0;
    counted[measure.edition] = at + 1;
    return rowOf(measure, sortAt(measure.edition, at));
  });
  return { table: 'measures', key: ['id'], columns: COLUMNS, versioned: true, rows };
}

async function measures2025(directory: Directory, fields: Fields): Promise<KeptMeasure[]> {
  const file = await readSeed<{ rows: Printed2025[] }>('routing/measures-2025.json');
  const { repeated } = await readSeed<{ repeated: Repeated[] }>('reference/measures.json');
  const printed = file.rows.map((row) => ({ ...row, repeatOf: null as string | null }));
  for (const { of, after, ...again } of repeated) {
    const first = printed.find(({ id }) => id === of);
    if (first) printed.splice(printed.findIndex(({ id }) => id === after) + 1, 0, { ...first, ...again, repeatOf: of });
  }
  return printed.map(({ id, ref, title, place, programs, lead, related, repeatOf }) => {
    const owners = [...inRelation('lead', lead), ...inRelation('related', related)];
    const node_code = nodeOf(id);
    return {
      ...EMPTY,
      ...{
        id,
        edition: 'R7',
        ref,
        number: /(?:[①-⑳]|\(\d+\))$/.exec(ref)?.[0] ?? '',
        title,
        node_code,
        place,
        programs,
      },
      fields: fields.of({ node_code, title, programs }),
      owners: keptOwners(directory, owners, 'inferred', file),
      repeat_of: repeatOf,
      source: file.source,
    };
  });
}

/** What the id says: M25-Aa-1-01 → a, M25-N-2-01 → N2, M25-6C-038 → C. */
const nodeOf = (id: string): string =>
  id.replace(/^M25-(?:[A-E]([a-r])-.*|N-(\d)-.*|6([A-E])-.*)$/, (_, output, part, outcome) =>
    output ? output : part ? `N${part}` : outcome,
  );

async function records2022(directory: Directory, fields: Fields): Promise<KeptMeasure[]> {
  const file = await readSeed<{ rows: Printed2022[] }>('routing/strategy-2022.json');
  return file.rows.map(({ id, heading, path, divisions, line }) => {
    const title = cleaned(heading);
    const owners = divisions.flatMap(({ org, divisions: names }) =>
      (names.length > 0 ? names : ['']).map((division) => ({ ministry: org, division, relation: 'lead' as const })),
    );
    return {
      ...EMPTY,
      ...{ id, edition: 'R4', ref: refOf(path), title, place: path, fields: fields.of({ title }) },
      owners: keptOwners(directory, owners, 'cited', file),
      source: file.source,
      source_line: line,
    };
  });
}

const inRelation = (relation: 'lead' | 'related', ministries: readonly string[]): PrintedOwner[] =>
  ministries.map((ministry) => ({ ministry, division: '', relation }));

function keptOwners(
  directory: Directory,
  owners: readonly PrintedOwner[],
  basis: 'cited' | 'inferred',
  { sourceDate }: SeedFile,
): KeptMeasure['owners'] {
  return owners.map((owner) => directory.kept(owner, basis, sourceDate));
}
