import type { Values } from '@/lib/form-state';
import { Refused } from '@/lib/refused';

interface Row {
  /** The row of the form it was typed in. */
  line: number;
  place: number;
  id?: string;
  text: string;
}

const one = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** A line of hyphens alone parts one question into two. */
const PARTING = /\n[ 　]*[-－ー―]{3,}[ 　]*(?:\n|$)/;

/** The rows of the form in the order of their numbers. Empty ones are left out: that is how one is deleted. */
export function orderedRows(values: Values): Row[] {
  const lines = Object.keys(values).flatMap((name) => /^rows\.(\d+)\.text$/.exec(name)?.[1] ?? []);
  return lines
    .map(Number)
    .flatMap((line) => {
      const typedPlace = Number(one(values, `rows.${line}.place`).normalize('NFKC'));
      const parts = one(values, `rows.${line}.text`).split(PARTING);
      return parts
        .map((part) => part.trim())
        .filter((text) => text !== '')
        .map((text, part) => ({
          line,
          place: typedPlace > 0 ? typedPlace : line + 1,
          id: part === 0 ? one(values, `rows.${line}.id`) || undefined : undefined,
          text,
        }));
    })
    .sort((a, b) => a.place - b.place || a.line - b.line);
}

/** A refusal that names the rows as the form does. */
export function shownAt(rows: readonly Row[], error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  const fields = Object.entries(error.problem.fields ?? {}).map(([name, message]) => {
    const [, sent, field] = /^rows\.(\d+)\.(\w+)$/.exec(name) ?? [];
    return sent === undefined ? [name, message] : [`rows.${rows[Number(sent)]?.line ?? 0}.${field}`, message];
  });
  return new Refused({ ...error.problem, fields: Object.fromEntries(fields) });
}
