import { z } from 'zod';
import type {
  FormChoices,
  FormColumn,
  FormDefinition,
  Karte,
  KarteValue,
  RowsInput,
  RowValue,
} from '../contract/forms.js';
import { checkDraft, type Faults } from './draft-check.js';
import { isBlank, type Written, writtenInputs, writtenRows } from './inputs.js';

type Items = Pick<FormDefinition, 'items'>;

/** All that must be right before the sheet leaves the office. `choices` are the lists of the day. */
export function checkSubmission(form: Items, karte: Karte, choices: FormChoices): Faults {
  const faults: Faults = {};
  for (const input of writtenInputs(form)) {
    const required = isRequired(input, karte);
    if (input.type === 'rows') Object.assign(faults, rowsFaults(input, karte, required, choices));
    else Object.assign(faults, cellFaults(input.key, { ...input, required }, karte[input.key], choices));
  }
  return { ...faults, ...checkDraft(form, karte) };
}

/** What is worth a second look and blocks nothing (R3). */
export function warnings(form: Items, karte: Karte): { key: string; message: string }[] {
  return writtenInputs(form).flatMap((input) => {
    if (input.type !== 'rows' || !input.advice) return [];
    const { by, distinct, message } = input.advice;
    const kinds = new Set(
      writtenRows(karte, input.key).map(({ row }) => JSON.stringify(by.map((key) => row[key] ?? ''))),
    );
    return kinds.size < distinct ? [{ key: input.key, message }] : [];
  });
}

const isRequired = ({ required, requiredWhen }: Written, karte: Karte): boolean =>
  required || (requiredWhen !== undefined && karte[requiredWhen.key] === requiredWhen.equals);

function rowsFaults(input: RowsInput, karte: Karte, required: boolean, choices: FormChoices): Faults {
  const rows = writtenRows(karte, input.key);
  const least = required ? Math.max(1, input.min) : 0;
  if (rows.length < least) return { [input.key]: `「${input.label}」を${least}行以上入力してください。` };
  return Object.assign({}, ...rows.map(({ row, index }) => rowFaults(input, row, index, choices)));
}

const rowFaults = (input: RowsInput, row: RowValue, index: number, choices: FormChoices): Faults =>
  Object.assign(
    {},
    ...input.columns.map((column) =>
      cellFaults(`${input.key}.${index}.${column.key}`, column, row[column.key], choices, `${index + 1}行目の`),
    ),
  );

function cellFaults(
  path: string,
  input: FormColumn,
  value: KarteValue | undefined,
  choices: FormChoices,
  place = '',
): Faults {
  const name = `${place}「${input.label}」`;
  if (value === undefined || isBlank(value)) return input.required ? { [path]: missing(input, name) } : {};
  const fault = formatFault(input, value, name, choices);
  return fault ? { [path]: fault } : {};
}

function missing({ type }: FormColumn, name: string): string {
  if (type === 'consent') return `${name}を確認し、同意するときはチェックを付けてください。`;
  return type === 'choice' || type === 'choices' ? `${name}を選んでください。` : `${name}を入力してください。`;
}

function formatFault(input: FormColumn, value: KarteValue, name: string, lists: FormChoices): string | undefined {
  switch (input.type) {
    case 'email':
      if (!z.email().safeParse(value).success) return `${name}は name@example.jp の形で入力してください。`;
      return undefined;
    case 'tel':
      return isTelephone(String(value)) ? undefined : `${name}は 00-0000-0000（内線123）の形で入力してください。`;
    case 'choice':
    case 'choices': {
      const open = new Set((input.source ? lists[input.source] : input.choices)?.map((choice) => choice.value));
      const ended = [value].flat().some((one) => !open.has(String(one)));
      return ended ? `${name}に、今は選べないものがあります。選び直してください。` : undefined;
    }
    default:
      return undefined;
  }
}

/** With or without hyphens and 内線, in full or half width. */
function isTelephone(text: string): boolean {
  const [number = '', extension] = text
    .normalize('NFKC')
    .replace(/[‐－ー−]/g, '-')
    .split(/\(?内線/);
  const digits = number.replace(/\D/g, '').length;
  return /^[-+() 0-9]+$/.test(number) && digits >= 9 && digits <= 15 && /^[: ]?\d{1,6}\)?$|^$/.test(extension ?? '');
}
