import type { Visit, VisitCategories, Visits } from '@musubi/backend/contract/visits';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getVisits = cache((teamId: string) => api<Visits>(`/teams/${teamId}/visits`));
export const getVisit = cache((id: string) => api<Visit>(`/visits/${id}`));
export const getVisitCategories = cache(() => api<VisitCategories>('/visit-categories'));
