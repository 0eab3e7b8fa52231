import type { ApplicationOrigin, Continuation, Continuations } from '@musubi/backend/contract/continuation';
import { api } from '@/lib/api';

export const getContinuations = (roundId: string) => api<Continuations>(`/rounds/${roundId}/continuation`);
export const getContinuation = (teamId: string) => api<Continuation>(`/teams/${teamId}/continuation`);
export const getOrigin = (applicationId: string) => api<ApplicationOrigin>(`/applications/${applicationId}/origin`);
