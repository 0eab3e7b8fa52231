import type { VisitSheet } from '@musubi/backend/contract/visits';
import type { Values } from '@/lib/form-state';

export const text = (values: Values, name: string): string => [values[name] ?? ''].flat()[0] ?? '';

/** How many rows a name with a number in it has: `route.3.place` makes four. */
function rowsOf(values: Values, list: string): number {
  const numbers = Object.keys(values).flatMap((name) =>
    name.startsWith(`${list}.`) ? Number(name.split('.')[1]) : [],
  );
  return Math.max(-1, ...numbers) + 1;
}

const rows = (values: Values, list: string) => Array.from({ length: rowsOf(values, list) }, (_, i) => `${list}.${i}`);

/** Rows in which nothing was written stay out, save that a later one would change its number: those stay and are refused. */
function written<Row extends object>(all: Row[], isEmpty: (row: Row) => boolean): Row[] {
  const last = all.findLastIndex((row) => !isEmpty(row));
  return all.slice(0, last + 1);
}

/** The form as the API takes it. */
export function sheetOf(values: Values): VisitSheet {
  const startsOn = text(values, 'startsOn');
  const route = rows(values, 'route').map((row) => ({
    on: text(values, `${row}.on`) || startsOn,
    time: text(values, `${row}.time`),
    place: text(values, `${row}.place`),
    purpose: text(values, `${row}.purpose`),
  }));
  const met = rows(values, 'met').map((row) => ({
    category: text(values, `${row}.category`),
    count: text(values, `${row}.count`) === '' ? null : Number(text(values, `${row}.count`).normalize('NFKC')),
    note: text(values, `${row}.note`),
  }));
  return {
    startsOn,
    endsOn: text(values, 'endsOn') || startsOn,
    route: written(route, ({ time, place, purpose }) => time === '' && place === '' && purpose === ''),
    people: [values.people ?? []].flat(),
    companions: text(values, 'companions'),
    met: met.filter(({ count, note }) => count !== null || note !== ''),
    travel: text(values, 'travel') || null,
    result: text(values, 'result'),
    media: text(values, 'media') === 'true',
    shared: text(values, 'shared') === 'true',
  };
}
