import type { HandOverPreview, LookedAfter } from '@musubi/backend/contract/hand-overs';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getLookedAfter = (query: SearchParams) =>
  api<{ items: LookedAfter[]; total: number }>(withParams('/hand-overs/people', query, {}));
export const getPersonHandOver = (id: string) => api<HandOverPreview>(`/hand-overs/people/${encodeURIComponent(id)}`);
