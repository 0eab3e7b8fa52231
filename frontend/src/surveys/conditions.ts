import type { SearchParams } from '@/lib/address';

/** Survey, period and groups: what every page about 満足度 keeps in its address. */
export const CONDITIONS = ['survey', 'from', 'to', 'field', 'ministry', 'prefecture', 'month'];

/** The filled ones of these parameters. */
export function queryOf(params: SearchParams, names: readonly string[]): URLSearchParams {
  const filled = names.flatMap((name) => {
    const value = [params[name]].flat()[0];
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(filled);
}
