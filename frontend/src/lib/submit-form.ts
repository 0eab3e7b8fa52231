import type { FormState, Values } from './form-state';
import { Refused, SignedOut } from './refused';

const EXPIRED =
  'サインインの有効期限が切れました。別のタブでサインインしてから、もう一度送信してください。入力内容は失われていません。';

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
    if (!(error instanceof Refused)) throw error;
    const { detail, fields, current } = error.problem;
    return { message: detail, fields, values: shown(values), conflict: current };
  }
}

/** The texts of a form: a name used once is a string, used several times a list. Files are left out. */
export function valuesOf(form: FormData): Values {
  const values: Values = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue; // React's own hidden fields
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] as string) : texts;
  }
  return values;
}

/** Secrets are never written back into a page. */
function shown(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|current|token/i.test(name)));
}
