import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { inputWords } from './input-words.js';

const said = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: inputWords }).error?.issues[0]?.message;

it.each([
  ['a number in words', z.coerce.number(), 'abc', '数字で入力してください。'],
  ['nothing', z.string(), undefined, '入力してください。'],
  ['an empty text', z.string().min(1), '', '入力してください。'],
  ['a word that is no choice', z.enum(['a', 'b']), 'c', '選択肢の中から選んでください。'],
  ['too long a text', z.string().max(1000), 'あ'.repeat(1001), '1,000文字以内にしてください。'],
  ['too large a number', z.number().max(9), 10, '9以下にしてください。'],
  ['too few', z.array(z.string()).min(2), ['a'], '2件以上にしてください。'],
  ['no id', z.uuid(), 'zzz', '入力の形が正しくありません。'],
  ['a field that nobody knows', z.strictObject({}), { odd: 1 }, '使えない項目があります（odd）。'],
])('says of %s what to do', (_, schema, value, words) => {
  expect(said(schema, value)).toBe(words);
});

it('leaves the words of a schema alone', () => {
  expect(said(z.string('団体を選んでください'), 1)).toBe('団体を選んでください');
});
