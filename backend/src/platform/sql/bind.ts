/** Collects the values of one SQL statement; `bind(value)` gives the placeholder. */
export type Bind = (value: unknown) => string;

export function binder(): { bind: Bind; values: unknown[] } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
