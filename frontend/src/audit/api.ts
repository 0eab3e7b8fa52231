import type { AuditEntry } from '@musubi/backend/contract/audit';
import type { QueueReport } from '@musubi/backend/contract/queue';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

export const getTrail = (query: URLSearchParams) =>
  underConditions<{ items: AuditEntry[]; total: number }>('/audit', query);
export const getQueue = (query: string) => api<QueueReport>(`/queue?${query}`);
