import type { SearchQuestion } from '@musubi/backend/contract/search';
import { type SearchParams, withParams } from '@/lib/address';

const PARTS = ['q', 'kind', 'state', 'ministry', 'prefecture', 'field', 'year'] as const;

/** Where a saved search finds what there is today. */
export const addressOf = (question: SearchQuestion) =>
  withParams('/search', {}, Object.fromEntries(PARTS.map((part) => [part, textOf(question[part])])));

const textOf = (value: SearchQuestion[keyof SearchQuestion]) =>
  value === undefined ? null : Array.isArray(value) ? value.join(',') : value;

/** What stands in the address, to be kept; pages are not part of it. */
export const questionOf = (params: SearchParams): Record<string, string> =>
  Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = [params[part]].flat().filter(Boolean).join(',');
      return value ? [[part, value]] : [];
    }),
  );
