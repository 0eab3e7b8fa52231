import type { SharedField } from '@musubi/backend/contract/team-meetings';
import type { FormState, Values } from '@/lib/form-state';

export const FIELDS: readonly SharedField[] = ['agenda', 'attendees', 'notes', 'decisions'];

const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** What a browser's date field gives is Tokyo wall time. */
const instant = (local: string): string => (local === '' ? '' : `${local.slice(0, 16)}:00+09:00`);

export const whenOf = (values: Values) => ({
  startsAt: instant(text(values, 'startsAt')),
  minutes: text(values, 'minutes'),
  url: text(values, 'url').trim(),
  place: text(values, 'place'),
});

/** The texts that stand in the form, each with the version it was written on. */
export const textsOf = (values: Values) =>
  Object.fromEntries(
    FIELDS.filter((field) => field in values).map((field) => [
      field,
      { version: Number(text(values, `${field}.version`)), body: text(values, field) },
    ]),
  );

export const bodiesOf = (values: Values) => Object.fromEntries(FIELDS.map((field) => [field, text(values, field)]));

/** Left out unless somebody changed it here: a page opened earlier does not take back what was chosen meanwhile. */
export function sharingOf(values: Values): boolean | undefined {
  const shared = text(values, 'shared');
  return shared === text(values, 'sharedBefore').replace('false', '') ? undefined : shared === 'true';
}

/** The rows of promises that somebody filled in, and where each stood. */
export function promisesOf(values: Values, ids: readonly string[]) {
  const rows = ids.map((id, row) => ({
    row,
    promise: {
      id,
      text: text(values, `promises.${row}.text`),
      owner: text(values, `promises.${row}.owner`),
      dueOn: text(values, `promises.${row}.dueOn`),
    },
  }));
  return rows.filter(({ promise: { text, owner, dueOn } }) => text.trim() || owner || dueOn);
}

/** Errors of the rows that were sent stand beside the rows of the form. */
export function atTheirRows(state: FormState, rows: readonly { row: number }[]): FormState {
  if (!state.fields) return state;
  const fields = Object.entries(state.fields).map(([name, message]) => {
    const [, sent, rest] = /^promises\.(\d+)\.(.+)$/.exec(name) ?? [];
    return [sent === undefined ? name : `promises.${rows[Number(sent)]?.row}.${rest}`, message];
  });
  return { ...state, fields: Object.fromEntries(fields) };
}
