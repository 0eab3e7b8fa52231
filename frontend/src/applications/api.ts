import type {
  Application,
  ApplicationCheck,
  ApplicationStarts,
  Applications,
  ConsentSheet,
} from '@musubi/backend/contract/applications';
import { cache } from 'react';
import { api } from '@/lib/api';
import { underConditions } from '@/lib/under-conditions';

export const getApplications = (query: URLSearchParams) => underConditions<Applications>('/applications', query);
export const getStarts = () => api<ApplicationStarts>('/applications/new');
export const getApplication = cache((id: string) => api<Application>(`/applications/${id}`));
export const getApplicationCheck = (id: string) => api<ApplicationCheck>(`/applications/${id}/check`);
export const getConsent = (token: string) => api<ConsentSheet>(`/consents/${encodeURIComponent(token)}`);
