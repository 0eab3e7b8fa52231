import type { AuditEntry } from '@musubi/backend/contract/audit';
import { api } from '@/lib/api';

export const getTrail = (query: string) => api<{ items: AuditEntry[]; total: number }>(`/audit?${query}`);
