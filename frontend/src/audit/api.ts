import type { AuditEntry } from '@musubi/backend/contract/audit';
import { underConditions } from '@/lib/under-conditions';

export const getTrail = (query: URLSearchParams) =>
  underConditions<{ items: AuditEntry[]; total: number }>('/audit', query);
