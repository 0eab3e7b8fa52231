import type { Dashboard, DurationPage } from '@musubi/backend/contract/dashboards';
import { api } from '@/lib/api';

export const getDashboard = (query: URLSearchParams) => api<Dashboard>(`/dashboard?${query}`);
export const getDurations = (query: URLSearchParams) => api<DurationPage>(`/dashboard/durations?${query}`);
