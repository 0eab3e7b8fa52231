import type { Ministry } from '@musubi/backend/contract/ministries';
import type { Route } from 'next';
import { type SearchParams, withParams } from '@/lib/address';

/** Somebody to ask: a ministry, or one of its divisions. In the address: `to=mlit` or `to=mlit:mlit-033`. */
export interface Recipient {
  key: string;
  ministryId: string;
  divisionId: string | null;
  label: string;
}

export const keysIn = (params: SearchParams): string[] => [...new Set([params.to ?? []].flat())];

/** Those of the keys that the directory knows, in the order they were chosen. */
export function recipientsOf(keys: readonly string[], ministries: readonly Ministry[]): Recipient[] {
  return keys.flatMap((key) => {
    const [ministryId = '', divisionId = null] = key.split(':');
    const ministry = ministries.find(({ id }) => id === ministryId);
    const division = ministry?.divisions.find(({ id }) => id === divisionId);
    if (!ministry || (divisionId !== null && !division)) return [];
    const label = [ministry.name, division?.path].filter(Boolean).join('　');
    return [{ key, ministryId, divisionId, label }];
  });
}

/** Stands in the address where somebody chose nobody; without it the page starts with a proposal. */
export const NOBODY = 'none';

/** The same page with one more recipient, or one less. */
export const withRecipients = (path: string, keys: readonly string[], change: SearchParams = {}): Route =>
  withParams(path, { ...change, to: keys.length > 0 ? [...keys] : NOBODY }, {});
