import type { FormInput, FormItem } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import { fileSize } from './file-size';
import { givenText } from './given';
import { inputText } from './value-text';

interface Part {
  text: string;
  /** Takes a line of its own: long texts, rows, files. */
  long: boolean;
}

/** What was written at an item, input by input, what is kept beside the カルテ included. */
export function itemParts(sheet: KarteSheet, { label, inputs }: FormItem): Part[] {
  return inputs.flatMap((input) => {
    const text = textOf(sheet, input);
    if (text === '') return [];
    const named = inputs.length > 1 && input.label !== label ? `${input.label}：${text}` : text;
    return [{ text: named, long: ['longText', 'rows', 'files'].includes(input.type) || text.includes('\n') }];
  });
}

/** An item of the sheet in words, a line for each input. Empty when nothing was written. */
export const itemText = (sheet: KarteSheet, item: FormItem): string =>
  itemParts(sheet, item)
    .map(({ text }) => text)
    .join('\n');

function textOf(sheet: KarteSheet, input: FormInput): string {
  switch (input.type) {
    case 'auto':
      return givenText(sheet, input.key) ?? '';
    case 'members':
      return sheet.members.map(({ label }) => label).join('、');
    case 'files':
      return sheet.attachments.map(({ name, bytes }) => `${name}（${fileSize(bytes)}）`).join('、');
    default:
      return inputText(input, sheet.karte, sheet.choices);
  }
}
