/** What a server action answers to its form: nothing, or why not and what was typed. */
export interface FormState {
  message?: string;
  /** Dotted path of the input → message. */
  fields?: Record<string, string>;
  values?: Values;
  /** The stored version somebody else saved meanwhile (409). */
  conflict?: unknown;
  /** What the change would do; nothing is saved yet. */
  preview?: unknown;
  /** Something to say after a success that stays on the page. */
  done?: string;
}

export type Values = Record<string, string | string[]>;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Props of a single-valued field: what was typed, else what is stored. */
export function typed(state: FormState, name: string, stored: string | number | null = '') {
  const value = state.values ? (state.values[name] ?? '') : (stored ?? '');
  return { name, defaultValue: String(Array.isArray(value) ? (value[0] ?? '') : value), error: state.fields?.[name] };
}

/** Props of a field with several values (checkboxes). */
export function chosen(state: FormState, name: string, stored: readonly string[] = []) {
  const value = state.values ? (state.values[name] ?? []) : stored;
  return { name, defaultValues: [value].flat() as string[], error: state.fields?.[name] };
}
