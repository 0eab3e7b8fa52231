import type { TeamKpiPage, TeamKpis } from '@musubi/backend/contract/team-kpis';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getKpis = cache((teamId: string) => api<TeamKpis>(`/teams/${teamId}/kpis`));
export const getKpi = cache((id: string) => api<TeamKpiPage>(`/team-kpis/${id}`));
