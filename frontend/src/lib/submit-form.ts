import { unstable_rethrow } from 'next/navigation';
import type { FormState, Values } from './form-state';
import { Refused, SignedOut } from './refused';

const EXPIRED =
  'サインインの有効期限が切れました。別のタブでサインインしてから、もう一度送信してください。入力内容は失われていません。';
const BROKEN =
  '処理の途中で問題が発生しました。しばらく待ってから、もう一度送信してください。入力内容は失われていません。';

/** Runs what a form asks for. A refusal comes back with everything that was typed. */
export async function submitForm(
  form: FormData,
  run: (values: Values) => Promise<FormState | undefined>,
): Promise<FormState> {
  const values = valuesOf(form);
  try {
    return (await run(values)) ?? {};
  } catch (error) {
    if (error instanceof SignedOut) return { message: EXPIRED, values: shown(values) };
    if (error instanceof Refused) {
      const { detail, fields, current } = error.problem;
      return { message: detail, fields, values: shown(values), conflict: current };
    }
    unstable_rethrow(error); // redirect and notFound are errors too
    console.error(error);
    return { message: BROKEN, values: shown(values) };
  }
}

/** The texts of a form: a name used once is a string, used several times a list. Files are left out;
 * line breaks count as one character, as they do on the screen. */
export function valuesOf(form: FormData): Values {
  const values: Values = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue; // React's own hidden fields
    const texts = form
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : []));
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return values;
}

/** Secrets are never written back into a page. */
function shown(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|current|token/i.test(name)));
}
