import { Day } from '../contract/calendar.js';
import type { FormColumn, FormDefinition, Karte, KarteValue, RowsInput } from '../contract/forms.js';
import { writtenInputs } from './inputs.js';

/** Key of the input, `partners.0.name` in rows → what is wrong and the remedy. */
export type Faults = Record<string, string>;

const TEXT_LIMIT = { tel: 60, email: 254 } as const;
const UNKNOWN = 'この項目は様式にありません。画面を読み込み直してください。';

/** What may not even be kept as a draft: wrong types, too long, not on the form. A draft may be incomplete. */
export function checkDraft(form: Pick<FormDefinition, 'items'>, karte: Karte): Faults {
  const inputs = new Map(writtenInputs(form).map((input) => [input.key, input]));
  const faults: Faults = {};
  for (const [key, value] of Object.entries(karte)) {
    const input = inputs.get(key);
    if (!input) faults[key] = UNKNOWN;
    else if (input.type === 'rows') Object.assign(faults, rowsFaults(input, value));
    else Object.assign(faults, named(key, cellFault(input, value)));
  }
  return faults;
}

const named = (key: string, fault: string | undefined): Faults => (fault ? { [key]: fault } : {});

function rowsFaults({ key, label, columns, max }: RowsInput, value: KarteValue): Faults {
  if (!Array.isArray(value)) return { [key]: UNKNOWN };
  if (value.length > max) return { [key]: `「${label}」は${max}行以内にしてください（現在${value.length}行）。` };
  const faults: Faults = {};
  for (const [index, row] of value.entries()) {
    if (typeof row !== 'object') return { [key]: UNKNOWN };
    for (const [name, cell] of Object.entries(row)) {
      const column = columns.find((one) => one.key === name);
      Object.assign(faults, named(`${key}.${index}.${name}`, column ? cellFault(column, cell) : UNKNOWN));
    }
  }
  return faults;
}

function cellFault(input: FormColumn, value: KarteValue): string | undefined {
  const { label, type } = input;
  if (type === 'consent') return typeof value === 'boolean' ? undefined : UNKNOWN;
  if (type === 'choices') return isChoices(value) ? undefined : `「${label}」を選び直してください。`;
  if (typeof value !== 'string') return UNKNOWN;
  if (type === 'date') return value === '' || Day.safeParse(value).success ? undefined : dayFault(label);
  return textFault(label, value, limitOf(input), type === 'longText');
}

const isChoices = (value: KarteValue): boolean =>
  Array.isArray(value) && value.length <= 60 && value.every((one) => typeof one === 'string' && one.length <= 40);

const limitOf = (input: FormColumn): number =>
  'max' in input ? input.max : input.type === 'tel' || input.type === 'email' ? TEXT_LIMIT[input.type] : 40;

const dayFault = (label: string): string => `「${label}」は、ある日付を 2026-11-20 の形で入力してください。`;

/** Characters are counted as people count them: 髙 and 𠮷 are one each. */
function textFault(label: string, value: string, max: number, lines: boolean): string | undefined {
  // PostgreSQL keeps neither NUL nor half a surrogate pair; other control characters would break the print.
  if (/[\p{Cc}\p{Cs}]/u.test(lines ? value.replace(/[\n\t]/g, '') : value)) {
    return `「${label}」に使えない文字（制御文字）があります。貼り付けた文字を確認して、入力し直してください。`;
  }
  const length = [...value].length;
  return length > max ? `「${label}」は${max}文字以内にしてください（現在${length}文字）。` : undefined;
}
