import type { FormInput, FormItem } from '@musubi/backend/contract/forms';
import type { KarteSheet } from '@musubi/backend/contract/karte';
import { fileSize } from './file-size';
import { givenText } from './given';
import { inputText } from './value-text';

/** An item of the sheet in words, what is kept beside the カルテ included. Empty when nothing was written. */
export function itemText(sheet: KarteSheet, { label, inputs }: FormItem): string {
  return inputs
    .flatMap((input) => {
      const text = textOf(sheet, input);
      if (text === '') return [];
      return inputs.length > 1 && input.label !== label ? [`${input.label}：${text}`] : [text];
    })
    .join('\n');
}

function textOf(sheet: KarteSheet, input: FormInput): string {
  switch (input.type) {
    case 'auto':
      return givenText(sheet, input.key) ?? '';
    case 'members':
      return sheet.members.map(({ label }) => label).join('、');
    case 'files':
      return sheet.attachments.map(({ name, bytes }) => `${name}（${fileSize(bytes)}）`).join('\n');
    default:
      return inputText(input, sheet.karte, sheet.choices);
  }
}
