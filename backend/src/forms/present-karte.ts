import { formatWareki } from '../contract/calendar.js';
import type {
  FormChoices,
  FormColumn,
  FormDefinition,
  FormInput,
  Karte,
  KarteValue,
  RowsInput,
} from '../contract/forms.js';
import { isBlank, isWritten, writtenRows } from './inputs.js';

export interface PresentedItem {
  no: number;
  label: string;
  /** One per input that was filled in; rows are numbered, one text line each. */
  lines: { label: string; text: string }[];
}

/** A カルテ in words, item by item, as people read and print it. Items where nothing was written have no lines. */
export function presentKarte(form: Pick<FormDefinition, 'items'>, karte: Karte, choices: FormChoices): PresentedItem[] {
  return form.items.map(({ no, label, inputs }) => ({
    no,
    label,
    lines: inputs.flatMap((input) => {
      const text = inputText(input, karte, choices);
      return text === '' ? [] : [{ label: input.label, text }];
    }),
  }));
}

function inputText(input: FormInput, karte: Karte, choices: FormChoices): string {
  if (input.type === 'rows') return rowsText(input, karte, choices);
  return isWritten(input) ? cellText(input, karte[input.key], choices) : '';
}

function rowsText({ key, columns }: RowsInput, karte: Karte, choices: FormChoices): string {
  const rows = writtenRows(karte, key).map(({ row }) =>
    columns.flatMap((column) => cellText(column, row[column.key], choices) || []).join('／'),
  );
  return rows.length === 1 ? (rows[0] ?? '') : rows.map((text, index) => `（${index + 1}）${text}`).join('\n');
}

function cellText(input: FormColumn, value: KarteValue | undefined, lists: FormChoices): string {
  if (input.type === 'consent') return value === true ? 'はい' : 'いいえ';
  if (value === undefined || isBlank(value)) return '';
  if (input.type === 'date') return formatWareki(String(value));
  if (input.type !== 'choice' && input.type !== 'choices') return String(value);
  const known = (input.source ? lists[input.source] : input.choices) ?? [];
  return [value]
    .flat()
    .map((one) => known.find((choice) => choice.value === one)?.label ?? String(one))
    .join('、');
}
