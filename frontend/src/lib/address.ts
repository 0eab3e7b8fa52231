import type { Route } from 'next';

export type SearchParams = Record<string, string | string[] | undefined>;

/** The address of the same list with something changed; an empty value takes the parameter away. */
export function withParams(path: string, current: SearchParams, change: Record<string, string | number | null>): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...current, ...change })) {
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
  }
  return (query.size > 0 ? `${path}?${query}` : path) as Route;
}

/** The conditions of an address, as the API takes them. */
export const queryOf = (current: SearchParams): URLSearchParams =>
  new URLSearchParams(withParams('', current, {}).replace('?', ''));

/** Where to go after the sign-in: only an address of this site. */
export function safeNext(next: unknown): Route {
  const isOurs = typeof next === 'string' && /^\/(?![/\\])/.test(next) && !/[\\\n\r]/.test(next);
  return (isOurs ? next : '/work') as Route;
}
