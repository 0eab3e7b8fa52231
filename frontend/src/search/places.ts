import type { SearchHit, SearchKind } from '@musubi/backend/contract/search';
import type { Route } from 'next';

const OF_CASE: Partial<Record<SearchKind, string>> = { answer: '/inquiries', reply: '/reply' };

/** Where a hit can be read. */
export function placeOf(kind: SearchKind, { id, consultationId }: SearchHit): Route {
  if (consultationId) return `/consultations/${consultationId}${OF_CASE[kind] ?? ''}` as Route;
  const places: Partial<Record<SearchKind, string>> = {
    measure: `/measures/${id}`,
    practice: `/good-practices/${id}`,
    contact: `/admin/contacts/${id}`,
    person: `/admin/people/${id}`,
  };
  return (places[kind] ?? '/search') as Route;
}
