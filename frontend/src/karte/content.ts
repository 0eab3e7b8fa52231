import type {
  FormColumn,
  FormDefinition,
  FormInput,
  Karte,
  KarteValue,
  RowValue,
} from '@musubi/backend/contract/forms';

/** What a person edits: the sheet and the towns that join it. */
export interface Content {
  karte: Karte;
  memberCodes: string[];
}

export type Written = Exclude<FormInput, { type: 'auto' | 'files' | 'members' }>;

/** The inputs whose values stand in the カルテ, in the order of the sheet. */
export const writtenInputs = ({ items }: FormDefinition): Written[] =>
  items
    .flatMap(({ inputs }) => inputs)
    .filter((input): input is Written => !['auto', 'files', 'members'].includes(input.type));

export function rowsOf(karte: Karte, key: string): RowValue[] {
  const value = karte[key];
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object') : [];
}

/** What stands in the fields of the sheet now. Blanks are left out, so that the same content always reads the same. */
export function contentOf(form: FormDefinition, data: FormData): Content {
  const karte: Karte = {};
  for (const input of writtenInputs(form)) {
    const value = input.type === 'rows' ? rowsIn(data, input.key, input.columns) : cellIn(data, input.key, input);
    if (value !== undefined) karte[input.key] = value;
  }
  return { karte: tidied(form, karte), memberCodes: [...new Set(data.getAll('memberCodes').map(String))].sort() };
}

/** The same sheet as `contentOf` would read it back: in the form's order, without blanks and trailing blank rows. */
export function tidied(form: FormDefinition, karte: Karte): Karte {
  const tidy: Karte = {};
  for (const input of writtenInputs(form)) {
    const value = karte[input.key];
    if (value === undefined || isBlank(value)) continue;
    tidy[input.key] = input.type === 'rows' ? tidyRows(rowsOf(karte, input.key), input.columns) : inOrder(value);
  }
  return tidy;
}

export const sameContent = (a: Content, b: Content): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Chosen things have no order of their own. */
const inOrder = (value: KarteValue): KarteValue =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...value].sort() : value;

function isBlank(value: KarteValue): boolean {
  if (Array.isArray(value)) return value.every((one) => (typeof one === 'string' ? one === '' : isBlankRow(one)));
  return value === '' || value === false;
}

const isBlankRow = (row: RowValue): boolean => Object.values(row).every(isBlank);

function tidyRows(rows: RowValue[], columns: FormColumn[]): RowValue[] {
  const end = rows.findLastIndex((row) => !isBlankRow(row));
  return rows.slice(0, end + 1).map((row) =>
    Object.fromEntries(
      columns.flatMap(({ key }) => {
        const cell = row[key];
        return cell === undefined || isBlank(cell) ? [] : [[key, cell]];
      }),
    ),
  );
}

function rowsIn(data: FormData, key: string, columns: FormColumn[]): RowValue[] {
  const indices = [...data.keys()].flatMap((name) => {
    const [first, index] = name.split('.');
    return first === key && index !== undefined ? [Number(index)] : [];
  });
  return Array.from({ length: Math.max(-1, ...indices) + 1 }, (_, i) =>
    Object.fromEntries(columns.map((column) => [column.key, cellIn(data, `${key}.${i}.${column.key}`, column) ?? ''])),
  );
}

function cellIn(data: FormData, name: string, { type }: FormColumn): string | string[] | boolean | undefined {
  if (type === 'choices') return data.getAll(name).map(String);
  if (type === 'consent') return data.has(name);
  const value = data.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : undefined;
}
