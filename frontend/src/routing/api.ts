import type { Acceptance, CaseSuggestions, Choice, ChosenPage, KarteHints } from '@musubi/backend/contract/suggestions';
import { cache } from 'react';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

export const getSuggestions = cache((id: string) => api<CaseSuggestions>(`/consultations/${id}/suggestions`));
export const getChoices = cache((id: string) =>
  api<{ items: Choice[]; total: number }>(`/consultations/${id}/suggestions/choices`),
);
export const getAcceptance = (query: URLSearchParams) => api<Acceptance>(`/suggestions/acceptance?${query}`);
export const getChosen = (query: URLSearchParams, page: number, size: number) =>
  underConditions<ChosenPage>(
    '/suggestions/choices',
    new URLSearchParams([...query, ['page', String(page)], ['size', String(size)]]),
  );
export const getHints = (id: string) => api<KarteHints>(`/consultations/${id}/hints`);
