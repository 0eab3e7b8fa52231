import type {
  SupportHints,
  SupportPage,
  SupportRequest,
  SupportUsage,
  TeamSupport,
} from '@musubi/backend/contract/back-office';
import { cache } from 'react';
import { queryOf, type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

export const getTeamSupport = (teamId: string, page: number) =>
  api<TeamSupport>(`/teams/${teamId}/support?page=${page}&size=50`);
export const getSupportHints = (teamId: string, text: string) =>
  api<SupportHints>(withParams(`/teams/${teamId}/support/hints`, {}, { text }));
export const getSupportRequest = cache((id: string) => api<SupportRequest>(`/support-requests/${id}`));
export const getSupportRequests = (query: SearchParams) =>
  underConditions<SupportPage>('/support-requests', queryOf({ ...query, size: '50' }), { size: '50' });
export const getSupportUsage = (query: SearchParams) => underConditions<SupportUsage>('/support-usage', queryOf(query));
