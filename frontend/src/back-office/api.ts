import type {
  SupportHints,
  SupportPage,
  SupportRequest,
  SupportUsage,
  TeamSupport,
} from '@musubi/backend/contract/back-office';
import { cache } from 'react';
import { type SearchParams, withParams } from '@/lib/address';
import { api } from '@/lib/api';

export const getTeamSupport = (teamId: string, page: number) =>
  api<TeamSupport>(`/teams/${teamId}/support?page=${page}&size=50`);
export const getSupportHints = (teamId: string, text: string) =>
  api<SupportHints>(withParams(`/teams/${teamId}/support/hints`, {}, { text }));
export const getSupportRequest = cache((id: string) => api<SupportRequest>(`/support-requests/${id}`));
export const getSupportRequests = (query: SearchParams) =>
  api<SupportPage>(withParams('/support-requests', query, { size: 50 }));
export const getSupportUsage = (query: SearchParams) => api<SupportUsage>(withParams('/support-usage', query, {}));
