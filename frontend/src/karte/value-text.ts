import type { FormChoices, FormColumn, FormInput, Karte, KarteValue } from '@musubi/backend/contract/forms';
import { rowsOf } from './content';

/** An input of the sheet in words: choices by their labels, rows numbered, each on a line of its own. */
export function inputText(input: FormInput, karte: Karte, choices: FormChoices): string {
  switch (input.type) {
    case 'auto':
    case 'files':
    case 'members':
      return '';
    case 'rows': {
      const rows = rowsOf(karte, input.key)
        .map((row) => input.columns.flatMap((column) => cellText(column, row[column.key], choices) || []).join('／'))
        .filter((text) => text !== '');
      return rows.length > 1 ? rows.map((text, i) => `（${i + 1}）${text}`).join('\n') : (rows[0] ?? '');
    }
    default:
      return cellText(input, karte[input.key], choices);
  }
}

/** The choices of a question, whether its own or a list of the day. */
export const choicesOf = (input: FormColumn | FormInput, lists: FormChoices) =>
  input.type === 'choice' || input.type === 'choices'
    ? ((input.source ? lists[input.source] : input.choices) ?? [])
    : [];

export function cellText(input: FormColumn, value: KarteValue | undefined, lists: FormChoices): string {
  if (input.type === 'consent') return value === true ? 'はい' : 'いいえ';
  if (value === undefined || typeof value === 'boolean') return '';
  if (input.type === 'date') return dayText(String(value));
  if (input.type !== 'choice' && input.type !== 'choices') return String(value);
  const known = choicesOf(input, lists);
  return [value]
    .flat()
    .map((one) => known.find((choice) => choice.value === one)?.label ?? String(one))
    .join('、');
}

const wareki = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });

/** The contract's own formatter would bring zod into the browser. */
const dayText = (day: string): string => (day === '' ? '' : wareki.format(new Date(`${day}T00:00:00Z`)));
