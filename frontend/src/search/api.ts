import type { SavedSearches, SearchResult } from '@musubi/backend/contract/search';
import type { SearchParams } from '@/lib/address';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

const ASKED = ['q', 'kind', 'state', 'ministry', 'prefecture', 'field', 'year', 'page'];
/** Of one kind, on a page. */
export const PAGE_SIZE = 20;

/** What stands under the address of the page; empty parameters are left out. */
export function getHits(params: SearchParams) {
  const query = new URLSearchParams({ size: String(PAGE_SIZE) });
  for (const name of ASKED)
    for (const value of [params[name]].flat()) if (value !== undefined && value !== '') query.append(name, value);
  return underConditions<SearchResult>('/search', query);
}

export const getSaved = () => api<SavedSearches>('/saved-searches');
