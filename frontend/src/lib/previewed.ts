import type { FormState, Values } from './form-state';

const CHANGED =
  '確認した後に入力内容が変わったため、動く期限を確認し直しました。下の内容を確かめて、もう一度送信してください。';

/** What a preview was made of; it travels with the form, so that nothing is applied that nobody saw. */
export const previewedOf = ({ intent: _, previewed: __, ...values }: Values): string =>
  JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Whether the form asks for just what its preview showed. */
export const isSeen = (values: Values): boolean =>
  values.intent === 'apply' && values.previewed === previewedOf(values);

/** The preview of a change, also where somebody changed the form after the last one. */
export const shownFirst = (values: Values, preview: unknown): FormState => ({
  preview,
  values,
  ...(values.intent === 'apply' ? { message: CHANGED } : {}),
});
