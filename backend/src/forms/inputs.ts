import type {
  FormColumn,
  FormDefinition,
  FormInput,
  Karte,
  KarteValue,
  RowsInput,
  RowValue,
} from '../contract/forms.js';

type Items = Pick<FormDefinition, 'items'>;
/** An input whose value stands in the カルテ itself. */
export type Written = Exclude<FormInput, { type: 'auto' | 'files' | 'members' }>;

export const isWritten = (input: FormInput): input is Written => !['auto', 'files', 'members'].includes(input.type);

export const writtenInputs = ({ items }: Items): Written[] =>
  items.flatMap(({ inputs }) => inputs).filter((input) => isWritten(input));

export const isBlank = (value: KarteValue | undefined): boolean =>
  value === undefined ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((one) => (typeof one === 'string' ? one.trim() === '' : isBlankRow(one))));

export const isBlankRow = (row: RowValue): boolean => Object.values(row).every((cell) => isBlank(cell));

/** The rows of an input where something was written, each with its place on the sheet. */
export function writtenRows(karte: Karte, key: string): { row: RowValue; index: number }[] {
  const rows = karte[key];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row, index) => (typeof row === 'object' && !isBlankRow(row) ? [{ row, index }] : []));
}

/** Calls back with each cell of the sheet, rows included. */
function eachCell(form: Items, karte: Karte, visit: (input: FormColumn, value: KarteValue) => void): void {
  for (const input of writtenInputs(form)) {
    if (input.type !== 'rows') visit(input, karte[input.key] ?? '');
    else for (const { row } of writtenRows(karte, input.key)) visitRow(input, row, visit);
  }
}

function visitRow(input: RowsInput, row: RowValue, visit: (input: FormColumn, value: KarteValue) => void): void {
  for (const column of input.columns) visit(column, row[column.key] ?? '');
}

/** All that was written in words. */
export function textsOf(form: Items, karte: Karte): string[] {
  const texts: string[] = [];
  eachCell(form, karte, ({ type }, value) => {
    if ((type === 'text' || type === 'longText') && typeof value === 'string' && value !== '') texts.push(value);
  });
  return texts;
}

/** The values chosen from lists of the day. */
export function chosenFromSources(form: Items, karte: Karte): string[] {
  const values: string[] = [];
  eachCell(form, karte, (input, value) => {
    if ((input.type === 'choice' || input.type === 'choices') && input.source)
      values.push(...([value].flat() as string[]));
  });
  return values;
}
