import type { Problem } from '@musubi/backend/contract/problem';
import { Refused } from '@/lib/refused';

/** A refusal of our own, in the shape of the API's. */
export const fault = (field: string, message: string) =>
  new Refused({
    type: 'about:blank',
    title: '入力内容に誤りがあります',
    status: 422,
    code: 'invalid',
    detail: '入力内容に誤りがあります。項目ごとの説明を確認してください。',
    fields: { [field]: message },
  } satisfies Problem);
