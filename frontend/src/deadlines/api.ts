import type { DeadlineRules, Explanations } from '@musubi/backend/contract/deadlines';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getExplanations = cache((consultationId: string) =>
  api<Explanations>(`/consultations/${consultationId}/deadlines`),
);
export const getDeadlineRules = () => api<DeadlineRules>('/deadline-rules');
