import type { ProgrammeReport } from '@musubi/backend/contract/programme-reports';
import type { TeamKpiPage, TeamKpis } from '@musubi/backend/contract/team-kpis';
import type { TeamReport, TeamReports } from '@musubi/backend/contract/team-reports';
import { cache } from 'react';
import { api } from '@/lib/api';

export const getKpis = cache((teamId: string) => api<TeamKpis>(`/teams/${teamId}/kpis`));
export const getKpi = cache((id: string) => api<TeamKpiPage>(`/team-kpis/${id}`));

export const getReports = cache((teamId: string) => api<TeamReports>(`/teams/${teamId}/reports`));
export const getReport = cache((id: string) => api<TeamReport>(`/team-reports/${id}`));
export const getProgramme = (roundId: string, kind: string) =>
  api<ProgrammeReport>(`/rounds/${roundId}/report?kind=${encodeURIComponent(kind)}`);
