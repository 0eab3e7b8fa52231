import type { DivisionToHandOver, HandOverPreview, LookedAfter } from '@musubi/backend/contract/hand-overs';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getLookedAfter = (query: SearchParams) =>
  api<{ items: LookedAfter[]; total: number }>(withParams('/hand-overs/people', query, {}));
export const getPersonHandOver = (id: string) => api<HandOverPreview>(`/hand-overs/people/${encodeURIComponent(id)}`);
export const getDivisionsToHandOver = (query: SearchParams) =>
  api<{ items: DivisionToHandOver[]; total: number }>(withParams('/hand-overs/divisions', query, {}));
export const getDivisionHandOver = (id: string) =>
  api<HandOverPreview>(`/hand-overs/divisions/${encodeURIComponent(id)}`);
